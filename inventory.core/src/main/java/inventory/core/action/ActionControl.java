package inventory.core.action;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What an action in progress is moved by: others stop it, its call says that it has returned. Thread-safe. */
final class ActionControl {
    /** Why an action stops before it is ready. */
    enum Stop {
        /** Its row says so already: a person ended it, or another worker took it. */
        ENDED,
        /** The node stops. */
        NODE_STOPS
    }

    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Stop stop;
    private boolean returned;

    /** Asks the action to stop; the first reason counts. */
    void stop(Stop why) {
        lock.lock();
        try {
            stop = stop == null ? why : stop;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<Stop> stopped() {
        lock.lock();
        try {
            return Optional.ofNullable(stop);
        } finally {
            lock.unlock();
        }
    }

    /** The plugin's call has returned. */
    void returned() {
        lock.lock();
        try {
            returned = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasReturned() {
        lock.lock();
        try {
            return returned;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the action is stopped or its call has returned, no longer than the limit. */
    void await(Duration limit) {
        awaitUnless(limit, false);
    }

    /** Waits until the call has returned, no longer than the limit. */
    void awaitReturn(Duration limit) {
        awaitUnless(limit, true);
    }

    private void awaitUnless(Duration limit, boolean evenIfStopped) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!returned && (evenIfStopped || stop == null) && left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Only a stopping node interrupts this thread. It must end in order, so the interrupt is kept as a reason.
            stop = stop == null ? Stop.NODE_STOPS : stop;
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the store is tried again, unless the node stops. */
    boolean pause(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (stop != Stop.NODE_STOPS && left > 0) {
                left = news.awaitNanos(left);
            }
            return stop != Stop.NODE_STOPS;
        } catch (InterruptedException e) {
            stop = Stop.NODE_STOPS;
            return false;
        } finally {
            lock.unlock();
        }
    }
}
