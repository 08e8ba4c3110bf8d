package inventory.core.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a question that may hang, and answers in time all the same. However many ask, one question is on its way at a time. */
final class Probe implements AutoCloseable {
    static final String OK = "ok";

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> Recovery.daemon(task, "inventory-database-check"));
    private final Supplier<String> question;
    private CompletableFuture<String> asked = CompletableFuture.completedFuture(OK);

    Probe(Supplier<String> question) {
        this.question = question;
    }

    String ask(Duration limit) {
        try {
            return inFlight().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "the database did not answer within " + limit.toMillis() + " ms";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the check was interrupted";
        }
    }

    private synchronized CompletableFuture<String> inFlight() {
        if (asked.isDone()) {
            asked = CompletableFuture.supplyAsync(question, thread);
        }
        return asked;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
