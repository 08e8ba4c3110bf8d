package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What remains when all is done: no thread, no secret in any text, no error from closing. */
abstract class LeftoverContract {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    protected abstract Subject subject() throws Exception;

    @Test
    void noThreadIsLeftBehind() throws Exception {
        Subject subject = subject();
        readInGroup(subject, new ThreadGroup("contract warm-up"));
        ThreadGroup group = new ThreadGroup("contract");
        readInGroup(subject, group);
        assertTrue(
                Await.until(() -> living(group).isEmpty(), PATIENCE),
                () -> "left behind by one reading: " + living(group));
    }

    @Test
    void noSecretIsShown() throws Exception {
        Subject subject = subject();
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(subject.healthy());
        for (Fault fault : Fault.values()) {
            if (fault != Fault.SLOW_ANSWER) {
                subject.scenario(fault).ifPresent(scenarios::add);
            }
        }
        for (Scenario scenario : scenarios) {
            Reading reading = Reading.of(subject.provider(), scenario);
            String said = reading.everythingSaid();
            for (String secret : subject.secrets(reading.context())) {
                assertFalse(said.contains(secret), () -> "a secret is shown: " + excerpt(said, secret));
            }
        }
    }

    @Test
    void closingNeverThrows() throws Exception {
        Subject subject = subject();
        ProviderConnection unused = subject.provider().connect(subject.healthy().open());
        assertDoesNotThrow(unused::close, "before anything was read");
        FakeProviderContext context = subject.healthy().open();
        ProviderConnection interrupted = subject.provider().connect(context);
        Thread.currentThread().interrupt();
        try {
            assertDoesNotThrow(interrupted::close, "on an interrupted thread");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aConnectionTestTellsOneSentence() throws Exception {
        Subject subject = subject();
        FakeProviderContext context = subject.healthy().open();
        ProviderConnection connection = subject.provider().connect(context);
        try {
            Optional<String> told =
                    connection instanceof ConnectionTest test ? Optional.of(test.test()) : Optional.empty();
            for (String secret : subject.secrets(context)) {
                assertEquals(Optional.empty(), told.filter(text -> text.contains(secret)), "a secret is shown");
            }
            assertEquals(Optional.empty(), told.filter(text -> text.isBlank() || text.contains("\n")), "one sentence");
        } finally {
            connection.close();
        }
    }

    private static void readInGroup(Subject subject, ThreadGroup group) throws Exception {
        AtomicReference<Throwable> problem = new AtomicReference<>();
        Thread reader = new Thread(
                group,
                () -> {
                    try {
                        Reading.of(subject.provider(), subject.healthy());
                    } catch (Exception e) {
                        problem.set(e);
                    }
                },
                "contract-reader");
        reader.start();
        reader.join();
        assertEquals(null, problem.get());
    }

    private static List<String> living(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 8];
        int count = group.enumerate(threads);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(threads[i].getName());
        }
        return names;
    }

    private static String excerpt(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 60), at) + "***";
    }
}
