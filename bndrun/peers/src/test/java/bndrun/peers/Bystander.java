package bndrun.peers;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for the same thing again and again until the test has ended, and notes what it was answered. */
final class Bystander implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Set<Integer>> seen;
    private volatile boolean enough;

    Bystander(Callable<Integer> question) {
        seen = thread.submit(() -> {
            Set<Integer> statuses = new TreeSet<>();
            while (!enough) {
                statuses.add(question.call());
            }
            return statuses;
        });
    }

    /** Stops asking. @return the statuses of all answers */
    Set<Integer> statuses() throws ExecutionException, InterruptedException {
        enough = true;
        return seen.get();
    }

    @Override
    public void close() {
        enough = true;
        thread.shutdownNow();
    }
}
