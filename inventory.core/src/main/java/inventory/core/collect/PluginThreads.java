package inventory.core.collect;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All threads of this node that run plugin code. Their number is bounded by those who start calls. */
@Component(service = PluginThreads.class)
public final class PluginThreads {
    private static final Logger LOG = LoggerFactory.getLogger(PluginThreads.class);
    private static final int IDLE_SECONDS = 30;
    private static final int STOP_SECONDS = 2;

    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final ExecutorService pool;

    @Activate
    public PluginThreads() {
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), body -> {
                    Thread thread = new Thread(body, "inventory-collect-" + number.incrementAndGet());
                    // A plugin that ignores interrupts must not keep the process from ending.
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** @throws RejectedExecutionException the node is stopping */
    public void start(PluginCall call) {
        pool.execute(call);
    }

    /** Counts a call that did not end when it was told to, until it does. */
    public void abandon(PluginCall call) {
        abandoned.incrementAndGet();
        call.whenEnded(abandoned::decrementAndGet);
    }

    /** @return threads that hang in a plugin although they were interrupted */
    int abandoned() {
        return abandoned.get();
    }

    @Deactivate
    void stop() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} threads hang in plugins that ignore interrupts", abandoned());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
