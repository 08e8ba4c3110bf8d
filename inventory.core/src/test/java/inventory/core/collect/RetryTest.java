package inventory.core.collect;

import static inventory.core.collect.EngineFixture.emit;
import static inventory.core.collect.EngineFixture.notRead;
import static inventory.core.collect.EngineFixture.scope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.resource.RunStatus;
import inventory.core.Await;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried again, how often, when, and how much at the same time. */
class RetryTest {
    private final EngineFixture fixture = new EngineFixture();
    private final FakeProvider provider = fixture.provider;

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, 1",
        "PERMISSION, 1",
        "THROTTLED, 3",
        "UNREACHABLE, 3",
        "TIMEOUT, 3",
        "MALFORMED, 2",
        "INTERNAL, 2"
    })
    void theKindAloneDecidesHowOften(FailureKind kind, int attempts) {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            throw new ProviderException(kind, "no");
        };
        RunEnd end = fixture.run();
        assertEquals(attempts, provider.attempts("a"));
        assertEquals(attempts, notRead(end).get(0).get("attempts"));
        assertEquals((long) attempts - 1, end.report().progress().get("retries"));
        assertEquals(
                kind == FailureKind.THROTTLED ? 3L : 0L, end.report().progress().get("throttles"));
    }

    @Test
    void anAttemptThatSucceedsCountsAlone() {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", "v1", "v" + attempt + "x");
            if (attempt < 3) {
                throw new ProviderException(FailureKind.UNREACHABLE, "reset");
            }
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.COMPLETED, end.status());
        assertEquals(Map.of("a", List.of("v1", "v3x")), fixture.reconciler.committed());
        assertEquals(2, end.report().created());
        assertEquals(2L, end.report().progress().get("resources_seen"));
    }

    @Test
    void connectingIsTriedAgainAsWell() {
        provider.scopes = List.of(scope("a"));
        provider.connecting = (context, attempt) -> {
            if (attempt < 3) {
                throw new ProviderException(FailureKind.UNREACHABLE, "connection refused");
            }
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.COMPLETED, end.status());
        assertEquals(2L, end.report().progress().get("retries"));
    }

    @Test
    void waitsAsLongAsTheOutsideSystemAsks() {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            if (attempt == 1) {
                throw new ProviderException(
                        FailureKind.THROTTLED, "slow down", Optional.of(Duration.ofMillis(300)), null);
            }
        };
        long begin = System.nanoTime();
        assertEquals(RunStatus.COMPLETED, fixture.run().status());
        assertTrue(System.nanoTime() - begin >= Duration.ofMillis(300).toNanos());
    }

    @Test
    void doesNotWaitForWhatIsAfterTheEnd() {
        fixture.settings(Duration.ofSeconds(3), 4, 8);
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            throw new ProviderException(FailureKind.THROTTLED, "come tomorrow", Optional.of(Duration.ofDays(1)), null);
        };
        RunEnd end = fixture.run();
        assertEquals(1, provider.attempts("a"));
        assertEquals("THROTTLED", notRead(end).get(0).get("kind"));
    }

    @Test
    void backsOffTwiceAsLongEachTimeWithALimit() {
        RetryPolicy policy = new RetryPolicy(10, Duration.ofMillis(100), Duration.ofMillis(1000));
        Failure failure = new Failure(FailureKind.UNREACHABLE, "no");
        for (int attempt = 1; attempt < 10; attempt++) {
            long expected = Math.min(1000, 100L << (attempt - 1));
            long delay = policy.next(failure, attempt).orElseThrow().toMillis();
            assertTrue(delay >= expected && delay <= expected * 5 / 4, attempt + ": " + delay);
        }
        assertTrue(policy.next(failure, 10).isEmpty());
    }

    @Test
    void readsNoMoreScopesAtOnceThanARunMay() {
        assertEquals(3, mostAtOnce(3, 8));
    }

    @Test
    void readsNoMoreScopesAtOnceThanTheNodeMay() {
        assertEquals(2, mostAtOnce(6, 2));
    }

    @Test
    void storesTheProgressWhileItWorks() {
        CountDownLatch goOn = new CountDownLatch(1);
        provider.scopes = List.of(scope("a"), scope("b"));
        provider.collecting = (scope, sink, attempt) -> {
            provider.context.progress("page 7");
            emit(sink, "vpc", scope.id());
            if (scope.id().equals("b")) {
                goOn.await();
            }
        };
        EngineFixture.Work work = fixture.start();
        Await.until(
                "the progress says what is under way",
                Duration.ofSeconds(10),
                () -> fixture.store.reports.stream()
                        .map(RunReport::progress)
                        .anyMatch(progress -> progress.get("scopes_total").equals(2)
                                && progress.get("scopes_done").equals(1)
                                && progress.get("resources_seen").equals(2L)
                                && progress.get("message").equals("page 7")));
        assertEquals(
                1, fixture.store.reports.get(fixture.store.reports.size() - 1).created());
        goOn.countDown();
        work.awaitEnd(Duration.ofSeconds(10));
    }

    private int mostAtOnce(int perRun, int perNode) {
        fixture.settings(Duration.ofSeconds(20), perRun, perNode);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int expected = Math.min(perRun, perNode);
        provider.scopes = IntStream.range(0, 12).mapToObj(i -> scope("s" + i)).toList();
        provider.collecting = (scope, sink, attempt) -> {
            int together = now.incrementAndGet();
            most.accumulateAndGet(together, Math::max);
            Await.until("others join", Duration.ofSeconds(10), () -> most.get() >= expected);
            now.decrementAndGet();
        };
        assertEquals(RunStatus.COMPLETED, fixture.run().status());
        return most.get();
    }
}
