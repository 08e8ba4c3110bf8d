package inventory.core.collect;

import inventory.api.plugin.TestResult;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.core.collect.Connections.Prepared;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries whether providers can be connected to. Thread-safe. */
@Component(service = ConnectionTests.class, configurationPid = CollectConfig.PID)
public final class ConnectionTests {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTests.class);
    private static final int AT_THE_SAME_TIME = 8;

    private final Connections connections;
    private final PluginThreads threads;
    private final Duration limit;

    @Activate
    public ConnectionTests(CollectConfig config, @Reference Connections connections, @Reference PluginThreads threads) {
        this(connections, threads, Duration.ofSeconds(config.test_limit_s()));
    }

    ConnectionTests(Connections connections, PluginThreads threads, Duration limit) {
        this.connections = connections;
        this.threads = threads;
        this.limit = limit;
    }

    private record Running(Target target, SecretMask mask, PluginCall call, CompletableFuture<String> answer) {}

    /** @return one result per provider, in their order; each within the time limit */
    public List<TestResult> test(List<Target> targets) {
        List<TestResult> results = new ArrayList<>();
        for (int from = 0; from < targets.size(); from += AT_THE_SAME_TIME) {
            results.addAll(testTogether(targets.subList(from, Math.min(from + AT_THE_SAME_TIME, targets.size()))));
        }
        return results;
    }

    private List<TestResult> testTogether(List<Target> targets) {
        long end = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<TestResult>> started = new ArrayList<>();
        List<Running> running = new ArrayList<>();
        for (Target target : targets) {
            started.add(start(target, running));
        }
        running.forEach(test -> await(test, end));
        return started.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<TestResult> start(Target target, List<Running> running) {
        Prepared prepared;
        try {
            prepared = connections.prepare(
                    target, Set.of(), Clock.systemUTC().instant().plus(limit), new RunProgress());
        } catch (RunFailedException e) {
            return CompletableFuture.completedFuture(failed(target, e.failure()));
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        PluginCall call = prepared.plugin().call(() -> connect(target, prepared, answer));
        Running test = new Running(target, prepared.mask(), call, answer);
        running.add(test);
        threads.start(call);
        prepared.plugin().release();
        return answer.handle((said, failure) -> result(test, said, failure));
    }

    /** Calls the plugin, on its own thread. */
    private static void connect(Target target, Prepared prepared, CompletableFuture<String> answer) {
        try (ProviderConnection connection = prepared.plugin().provider().connect(prepared.context())) {
            answer.complete(connection instanceof ConnectionTest test ? test.test() : "Connected.");
        } catch (Throwable e) {
            // The one catch-all of this thread: whatever a plugin throws is the result of the test.
            if (!(e instanceof ProviderException)) {
                LOG.error("Testing the connection of {} failed inside", target.name(), e);
            }
            answer.completeExceptionally(e);
        }
    }

    private void await(Running test, long end) {
        try {
            test.answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.debug("The connection of {} does not work", test.target.name(), e);
        } catch (TimeoutException e) {
            test.answer.completeExceptionally(e);
            giveUp(test);
        } catch (InterruptedException e) {
            test.answer.completeExceptionally(e);
            giveUp(test);
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(Running test) {
        test.call.cancel();
        threads.abandon(test.call);
    }

    private TestResult result(Running test, String said, Throwable failure) {
        if (failure == null) {
            return new TestResult(
                    test.target.id(), test.target.name(), test.target.pluginKey(), true, test.mask.apply(said));
        }
        Failure reason;
        if (failure instanceof ProviderException e) {
            reason = Failure.of(e);
        } else if (failure instanceof TimeoutException) {
            reason = new Failure(FailureKind.TIMEOUT, "No answer within " + limit.toSeconds() + " s");
        } else {
            reason = new Failure(FailureKind.INTERNAL, "The plugin failed inside; the server's log has the details");
        }
        return failed(test.target, new Failure(reason.kind(), test.mask.apply(reason.message())));
    }

    private static TestResult failed(Target target, Failure failure) {
        return new TestResult(
                target.id(), target.name(), target.pluginKey(), false, failure.kind() + ": " + failure.message());
    }
}
