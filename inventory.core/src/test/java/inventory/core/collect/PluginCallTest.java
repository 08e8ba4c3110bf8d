package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PluginCallTest {
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final AtomicReference<PluginCall> call = new AtomicReference<>();

    @Test
    void aCancelWaitsUntilTheStoreIsLeft() throws InterruptedException {
        AtomicBoolean hitInside = new AtomicBoolean();
        AtomicBoolean hitAfterwards = new AtomicBoolean();
        Thread thread = start(() -> {
            enterStore(hitInside);
            hitAfterwards.set(Thread.currentThread().isInterrupted());
            assertThrows(InterruptedException.class, () -> call.get().inStore(() -> "again"));
            call.get()
                    .tidyStore(() -> hitInside.compareAndSet(
                            false, Thread.currentThread().isInterrupted()));
        });
        assertTrue(inside.await(10, TimeUnit.SECONDS));
        assertTrue(call.get().inStore());
        call.get().cancel();
        leave.countDown();
        thread.join(Duration.ofSeconds(10).toMillis());
        assertFalse(hitInside.get());
        assertTrue(hitAfterwards.get());
    }

    @Test
    void theThreadGoesBackWithoutTheInterrupt() throws InterruptedException {
        AtomicBoolean left = new AtomicBoolean(true);
        PluginCall canceled = new PluginCall(null, () -> {
            call.get().cancel();
            assertTrue(Thread.currentThread().isInterrupted());
        });
        call.set(canceled);
        Thread thread = new Thread(() -> {
            canceled.run();
            left.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join(Duration.ofSeconds(10).toMillis());
        assertFalse(left.get());
    }

    @Test
    void whatIsCanceledBeforeItStartsDoesNotStart() {
        List<String> done = new ArrayList<>();
        PluginCall late = new PluginCall(null, () -> done.add("body"));
        late.whenEnded(() -> done.add("end"));
        late.cancel();
        late.run();
        late.whenEnded(() -> done.add("after"));
        assertEquals(List.of("end", "after"), done);
        assertTrue(late.ended());
    }

    @Test
    void librariesInThePluginFindTheirServices() throws Exception {
        AtomicReference<ClassLoader> during = new AtomicReference<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader plugin = new URLClassLoader(new URL[0])) {
            new PluginCall(plugin, () -> during.set(Thread.currentThread().getContextClassLoader())).run();
            assertSame(plugin, during.get());
        }
        assertSame(before, Thread.currentThread().getContextClassLoader());
    }

    private Thread start(Runnable body) {
        call.set(new PluginCall(null, body));
        Thread thread = new Thread(call.get(), "call under test");
        thread.start();
        return thread;
    }

    private void enterStore(AtomicBoolean hit) {
        try {
            call.get().inStore(() -> {
                inside.countDown();
                leave.await();
                return "done";
            });
        } catch (InterruptedException e) {
            hit.set(true);
        }
    }
}
