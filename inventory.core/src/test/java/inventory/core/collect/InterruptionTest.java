package inventory.core.collect;

import static inventory.core.collect.EngineFixture.emit;
import static inventory.core.collect.EngineFixture.notRead;
import static inventory.core.collect.EngineFixture.scope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.api.resource.RunStatus;
import inventory.core.Await;
import inventory.core.action.RecordingTasks;
import inventory.core.collect.EngineFixture.Work;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.StaleRunException;
import inventory.core.registry.RegistryFixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that are stopped, by a person, a clock, a fence, a plugin or a database. */
class InterruptionTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final EngineFixture fixture = new EngineFixture();
    private final FakeProvider provider = fixture.provider;
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch reading = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        fixture.close();
    }

    @Test
    void cancelInterruptsThePluginAndStoresNothingMore() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", "v1");
            reading.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        cancel();
        work.awaitEnd(SOON);
        assertTrue(interrupted.get());
        assertEquals(1, fixture.runsEnded(RunStatus.CANCELED));
        assertNull(fixture.store.end);
        assertEquals("", fixture.reconciler.finished.get());
        assertTrue(fixture.reconciler.committed().isEmpty());
        assertEquals(0, fixture.reconciler.open.get());
        assertEquals(0, fixture.service.used.get());
        assertEquals(1, provider.closed.get());
        assertEquals(0, fixture.active.count());
    }

    @Test
    void cancelEndsWithinTwoSecondsThoughThePluginIgnoresTheInterrupt() throws InterruptedException {
        fixture.settings(LATER, 1, 1);
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            reading.countDown();
            awaitWithoutMercy();
            emit(sink, "vpc", "late");
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        cancel();
        work.awaitEnd(SOON);
        assertEquals(1, fixture.measure("inventory_abandoned_threads"));
        assertEquals(0, fixture.measure("inventory_active_scopes"), "its slot is free for the next run");
        assertEquals(0, fixture.reconciler.open.get(), "its transaction is over");
        assertEquals(0, provider.closed.get(), "the connection stays open as long as it is in use");
        never.countDown();
        Await.until("the lost thread ends", LATER, () -> fixture.threads.abandoned() == 0);
        Await.until("the connection is closed at last", LATER, () -> provider.closed.get() == 1);
        Await.until("the plugin is given back", LATER, () -> fixture.service.used.get() == 0);
        assertTrue(fixture.reconciler.committed().isEmpty(), "what it brings late is refused");
    }

    @Test
    void cancelEndsARunWhoseConnectHangs() throws InterruptedException {
        provider.connecting = (context, attempt) -> {
            reading.countDown();
            awaitWithoutMercy();
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        cancel();
        work.awaitEnd(SOON);
        assertNull(fixture.store.end);
        never.countDown();
        Await.until("a connection that opens too late is closed", LATER, () -> provider.closed.get() == 1);
        Await.until("the plugin is given back", LATER, () -> fixture.service.used.get() == 0);
    }

    @Test
    void aRunOutOfTimeKeepsWhatItRead() {
        fixture.settings(Duration.ofMillis(400), 2, 8);
        provider.scopes = List.of(scope("a"), scope("slow"), scope("waits"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", scope.id());
            if (!scope.id().equals("a")) {
                never.await();
            }
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals(1, end.report().created());
        assertEquals(
                List.of("TIMEOUT", "TIMEOUT"),
                notRead(end).stream().map(one -> one.get("kind")).toList());
        assertEquals("removed", fixture.reconciler.finished.get(), "complete lanes are looked at as always");
    }

    @Test
    void aRunThatAnotherWorkerTookStoresNothing() {
        provider.scopes = List.of(scope("a"), scope("b"));
        fixture.reconciler.onCommit = () -> {
            throw new StaleRunException("taken");
        };
        fixture.engine().work(EngineFixture.RUN);
        assertNull(fixture.store.end);
        assertEquals("", fixture.reconciler.finished.get());
    }

    @Test
    void aRunThatWasCanceledElsewhereIsNoticed() {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            fixture.store.canceled = true;
            never.await();
        };
        fixture.engine().work(EngineFixture.RUN);
        assertNull(fixture.store.end);
    }

    @Test
    void aSecondWorkerOfTheSameRunStopsTheFirst() throws InterruptedException {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            if (attempt == 1) {
                reading.countDown();
                never.await();
            }
        };
        Work first = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        Work second = fixture.start();
        first.awaitEnd(SOON);
        second.awaitEnd(SOON);
        assertEquals(RunStatus.COMPLETED, fixture.store.end.status());
    }

    @Test
    void aDatabaseThatGoesAwayLeavesTheRunToTheNextWorker() {
        provider.scopes = List.of(scope("a"));
        fixture.reconciler.onAccept = () -> {
            throw new UnavailableException("away", null);
        };
        provider.collecting = (scope, sink, attempt) -> {
            try {
                emit(sink, "vpc", "v1");
            } catch (RuntimeException e) {
                return;
            }
        };
        Work work = fixture.start();
        work.awaitEnd(SOON);
        assertTrue(work.thrown().get().getMessage().contains("left to the next worker"));
        assertNull(fixture.store.end);
        assertTrue(fixture.reconciler.committed().isEmpty(), "though the plugin swallowed it");
    }

    @Test
    void aStoppingNodeLeavesItsRunsToTheNextWorker() throws InterruptedException {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            reading.countDown();
            never.await();
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        work.engine().drain();
        work.awaitEnd(SOON);
        assertTrue(work.thrown().get().getMessage().contains("NODE_STOPS"));
        assertNull(fixture.store.end);
    }

    @Test
    void aPluginThatSwallowsTheInterruptDoesNotCommit() throws InterruptedException {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", "v1");
            reading.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                return;
            }
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        cancel();
        work.awaitEnd(SOON);
        assertTrue(fixture.reconciler.committed().isEmpty());
    }

    @Test
    void aPluginThatGoesAwayInTheMiddleIsKeptUntilTheEnd() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            reading.countDown();
            goOn.await();
            emit(sink, "vpc", "v1");
        };
        Work work = fixture.start();
        assertTrue(reading.await(10, TimeUnit.SECONDS));
        RegistryFixture.remove(fixture.registry, fixture.service);
        assertEquals(1, fixture.service.used.get());
        goOn.countDown();
        work.awaitEnd(SOON);
        assertEquals(RunStatus.COMPLETED, fixture.store.end.status());
        assertEquals(0, fixture.service.used.get());
        fixture.store.end = null;
        assertEquals(RunStatus.FAILED, fixture.run().status(), "the next run does not find it");
    }

    private void cancel() {
        new CollectionRuns(fixture.store, () -> {}, fixture.active, null, fixture.measures, new RecordingTasks())
                .cancelForProvider(fixture.store.run.target().id());
    }

    private void awaitWithoutMercy() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = true;
            }
        }
    }
}
