package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A cancelled run ends at once, and never looks like a finished one. */
abstract class CancelContract {
    private static final Duration UNTIL_WAITING = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    protected abstract Subject subject() throws Exception;

    @Test
    void anInterruptEndsASlowCallWithinASecond() throws Exception {
        Subject subject = subject();
        Optional<Scenario> scenario = subject.scenario(Fault.SLOW_ANSWER);
        if (scenario.isEmpty()) {
            return;
        }
        FakeProviderContext context = scenario.get().open();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread reader = new Thread(() -> end.set(endOf(subject.provider(), context)), "contract-reader");
        reader.setDaemon(true);
        reader.start();
        assertTrue(Await.until(() -> context.calls() > 0, PATIENCE), "no call was announced");
        assertFalse(Await.until(() -> !reader.isAlive(), UNTIL_WAITING), "the slow answer came");
        reader.interrupt();
        assertTrue(Await.until(() -> !reader.isAlive(), LIMIT), "still busy a second after the interrupt");
        assertInstanceOf(InterruptedException.class, end.get(), "how an interrupted reading ends");
    }

    @Test
    void anInterruptOfTheSinkIsLetThrough() throws Exception {
        Subject subject = subject();
        Set<String> filled = Reading.of(subject.provider(), subject.healthy()).parts().stream()
                .filter(part -> !part.sink().resources().isEmpty())
                .map(part -> part.scope().id())
                .collect(Collectors.toSet());
        ProviderConnection connection =
                subject.provider().connect(subject.healthy().open());
        try {
            for (Scope scope : connection.scopes()) {
                if (filled.contains(scope.id())) {
                    RecordingSink sink = RecordingSink.interruptedAfter(0);
                    assertThrows(InterruptedException.class, () -> connection.collect(scope, sink), scope.id());
                }
            }
        } finally {
            connection.close();
        }
    }

    @Test
    void anInterruptWhileWaitingForAPermitIsLetThrough() throws Exception {
        Subject subject = subject();
        int calls = Reading.of(subject.provider(), subject.healthy()).context().calls();
        for (int call = 1; call <= calls; call = nextCall(call)) {
            FakeProviderContext context = subject.healthy().open().interruptedAtCall(call);
            assertThrows(
                    InterruptedException.class, () -> Reading.of(subject.provider(), context), "call number " + call);
        }
        assertTrue(calls > 0, "no call is ever announced");
    }

    @Test
    void aPermitThatComesTooLateIsATimeout() throws Exception {
        Subject subject = subject();
        Reading reading =
                Reading.of(subject.provider(), subject.healthy().open().exhaustedAtCall(1));
        assertAll(
                () -> assertFalse(reading.failures().isEmpty(), "read on without a permit"),
                () -> assertTrue(
                        reading.failures().stream().allMatch(failure -> failure.kind() == FailureKind.TIMEOUT),
                        "told as " + reading.failures()));
    }

    private static Throwable endOf(BaseProvider provider, FakeProviderContext context) {
        try {
            return new IllegalStateException(
                    "It ended with " + Reading.of(provider, context).failures());
        } catch (InterruptedException | RuntimeException e) {
            return e;
        }
    }

    /** The first calls one by one, later ones in growing steps: they are alike. */
    private static int nextCall(int call) {
        return call < 10 ? call + 1 : call * 2;
    }
}
