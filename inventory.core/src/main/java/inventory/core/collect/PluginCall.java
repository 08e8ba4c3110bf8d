package inventory.core.collect;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of work that calls a plugin, on a thread of this node, and that can be given up at any moment. It is interrupted only while
 * it is outside the store: an interrupt inside would close the files of an embedded database. Thread-safe.
 */
public final class PluginCall implements Runnable {
    /** What is done in the store. */
    @FunctionalInterface
    public interface StoreWork<T> {
        T run() throws InterruptedException;
    }

    private final ClassLoader plugin;
    private final Runnable body;
    private final List<Runnable> atEnd = new ArrayList<>();
    private Thread thread;
    private boolean canceled;
    private boolean inStore;
    private boolean ended;

    /** @param plugin class loader that libraries inside the plugin look their services up with */
    PluginCall(ClassLoader plugin, Runnable body) {
        this.plugin = plugin;
        this.body = body;
    }

    @Override
    public void run() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(plugin);
        try {
            if (begin()) {
                body.run();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            end().forEach(Runnable::run);
        }
    }

    /** Ends the work as soon as possible. */
    public synchronized void cancel() {
        canceled = true;
        if (thread != null && !inStore) {
            thread.interrupt();
        }
    }

    public synchronized boolean canceled() {
        return canceled;
    }

    public synchronized boolean ended() {
        return ended;
    }

    /** @return whether it is in the store, and so ends by itself */
    synchronized boolean inStore() {
        return inStore;
    }

    /** Runs the action when the work has ended, on its thread; at once if it has. */
    public void whenEnded(Runnable action) {
        synchronized (this) {
            if (!ended) {
                atEnd.add(action);
                return;
            }
        }
        action.run();
    }

    /**
     * Works in the store, undisturbed.
     *
     * @throws InterruptedException the call was canceled before
     */
    public <T> T inStore(StoreWork<T> work) throws InterruptedException {
        enter();
        try {
            return work.run();
        } finally {
            leave();
        }
    }

    /** Works in the store, undisturbed, even if the call was canceled. */
    public void tidyStore(Runnable work) {
        synchronized (this) {
            Thread.interrupted();
            inStore = true;
        }
        try {
            work.run();
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws InterruptedException {
        if (Thread.interrupted() || canceled) {
            throw new InterruptedException();
        }
        inStore = Thread.currentThread() == thread;
    }

    private synchronized void leave() {
        if (Thread.currentThread() == thread) {
            inStore = false;
            if (canceled) {
                thread.interrupt();
            }
        }
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !canceled;
    }

    private synchronized List<Runnable> end() {
        ended = true;
        thread = null;
        // The thread goes back to its pool: it must not carry an interrupt that was meant for this call.
        Thread.interrupted();
        return List.copyOf(atEnd);
    }
}
