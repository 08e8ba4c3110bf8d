package inventory.core.collect;

import static inventory.core.collect.EngineFixture.emit;
import static inventory.core.collect.EngineFixture.notRead;
import static inventory.core.collect.EngineFixture.scope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.provider.Scope;
import inventory.api.resource.RunStatus;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.reconcile.RunSession.Removals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a run ends. */
class RunEngineTest {
    private final EngineFixture fixture = new EngineFixture();
    private final FakeProvider provider = fixture.provider;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void readsEveryScopeAndEndsCompleted() {
        provider.scopes = List.of(scope("a"), scope("b"));
        provider.collecting = (scope, sink, attempt) -> emit(sink, "vpc", scope.id() + "1", scope.id() + "2");
        RunEnd end = fixture.run();
        assertEquals(RunStatus.COMPLETED, end.status());
        assertEquals("", end.message());
        assertEquals(4, end.report().created());
        assertEquals(4, end.report().found());
        assertEquals("1.2.3", end.collectorVersion());
        assertTrue(end.readSomething());
        assertEquals(Map.of("a", List.of("a1", "a2"), "b", List.of("b1", "b2")), fixture.reconciler.committed());
        assertEquals("removed", fixture.reconciler.finished.get());
        assertEquals(
                Map.of("scopes_total", 2, "scopes_done", 2, "scopes_failed", 0, "resources_seen", 4L), first4(end));
    }

    @Test
    void connectsReadsAndDisconnectsInThisOrder() {
        provider.scopes = List.of(scope("a"));
        fixture.run();
        assertEquals(List.of("connect", "scopes", "collect a", "close"), provider.calls);
        assertEquals(0, fixture.service.used.get(), "the plugin is given back");
        assertEquals(0, fixture.reconciler.open.get(), "no session stays open");
    }

    @Test
    void oneScopeThatFailsMakesItPartial() {
        provider.scopes = List.of(scope("eu"), scope("xx-nowhere-9"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", scope.id());
            if (scope.id().startsWith("xx")) {
                throw new ProviderException(FailureKind.PERMISSION, "DescribeVpcs was refused: UnauthorizedOperation.");
            }
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals(
                "One part could not be read. The credentials lack a permission (PERMISSION) in xx-nowhere-9:"
                        + " DescribeVpcs was refused: UnauthorizedOperation.",
                end.message());
        assertEquals(
                List.of(Map.of(
                        "scope", "xx-nowhere-9",
                        "kind", "PERMISSION",
                        "message", "DescribeVpcs was refused: UnauthorizedOperation.",
                        "attempts", 1)),
                notRead(end));
        assertEquals(Map.of("eu", List.of("eu")), fixture.reconciler.committed());
        assertEquals(1L, end.report().progress().get("resources_seen"), "what a failed attempt saw does not count");
        assertEquals(0, fixture.reconciler.open.get());
    }

    @Test
    void noScopeThatCanBeReadMakesItFailed() {
        provider.scopes = List.of(scope("a"), scope("b"));
        provider.collecting = (scope, sink, attempt) -> {
            throw new ProviderException(FailureKind.AUTHENTICATION, "The key has expired");
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertFalse(end.readSomething());
        assertEquals(
                "Nothing could be read. The credentials were refused (AUTHENTICATION) in a, b: The key has expired.",
                end.message());
        assertEquals("", fixture.reconciler.finished.get(), "nothing is resolved or removed");
    }

    @Test
    void nothingToReadIsCompletedWithAWarning() {
        RunEnd end = fixture.run();
        assertEquals(RunStatus.COMPLETED, end.status());
        assertEquals(1, ((List<?>) end.details().get("warnings")).size());
        assertEquals("", fixture.reconciler.finished.get());
        assertFalse(end.readSomething());
    }

    @Test
    void aMissingPluginFailsAndNamesTheKeysThatAreThere() {
        fixture.claim("nosuch:thing", Set.of(), false);
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertEquals("INTERNAL", end.details().get("kind"));
        assertEquals("There is no plugin for nosuch:thing. Available: acme:cloud.", end.message());
    }

    @Test
    void aConfigThatDoesNotDoFailsBeforeThePluginIsCalled() {
        fixture.config.put("colour", "red");
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertTrue(end.message().startsWith("connection_config: Unknown key 'colour'."), end.message());
        assertEquals(List.of(), provider.calls);
        assertEquals(0, fixture.service.used.get());
    }

    @Test
    void aFailureToConnectFailsTheRunAndClosesNothing() {
        provider.connecting = (context, attempt) -> {
            throw new ProviderException(FailureKind.AUTHENTICATION, "Wrong password for user u");
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertEquals("Wrong password for user u.", end.message());
        assertEquals(List.of("connect"), provider.calls);
        assertEquals(0, fixture.service.used.get());
    }

    @Test
    void aDefectOfThePluginIsToldWithoutItsInternals() {
        provider.scopes = List.of(scope("a"), scope("b"), scope("c"));
        provider.collecting = (scope, sink, attempt) -> {
            if (scope.id().equals("a")) {
                throw new IllegalStateException("secret state");
            }
            if (scope.id().equals("b")) {
                throw new StackOverflowError();
            }
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals(2, notRead(end).size());
        assertFalse(end.message().contains("Exception") || end.message().contains("secret state"), end.message());
        assertTrue(end.message().contains(EngineFixture.RUN.toString()), end.message());
        assertEquals(2, provider.attempts("a"), "a defect is tried once more");
    }

    @Test
    void aTypeThatIsNotReadMakesItPartialAndIsLeftOut() {
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", "v1");
            sink.notRead("virtual_machine", FailureKind.PERMISSION, "ec2:DescribeInstances is missing");
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals(Set.of("virtual_machine"), fixture.reconciler.leftOut.get("a"));
        assertEquals("virtual_machine", notRead(end).get(0).get("resource_type"));
        assertTrue(end.message().contains("a (virtual_machine)"), end.message());
        assertEquals("removed", fixture.reconciler.finished.get());
    }

    @Test
    void badRecordsMakeItPartialAndAreListed() {
        provider.scopes = List.of(scope("a"));
        fixture.reconciler.quarantined = 3;
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals(3L, end.details().get("quarantined_count"));
        assertEquals(3, ((List<?>) end.details().get("quarantined")).size());
        assertTrue(end.message().startsWith("3 records were not taken"), end.message());
    }

    @Test
    void theGuardHoldsBackWhatIsTooMuch() {
        provider.scopes = List.of(scope("a"));
        fixture.reconciler.removals = new Removals(51, 100);
        RunEnd end = fixture.run();
        assertEquals(RunStatus.PARTIAL, end.status());
        assertEquals("kept", fixture.reconciler.finished.get());
        assertEquals(0, end.report().removed());
        assertEquals(
                Map.of("would_remove", 51L, "known", 100L, "limit_percent", 50),
                end.details().get("removal_guard"));
        assertTrue(end.message().startsWith("51 of 100 resources were not found, more than the 50 %"), end.message());
    }

    @Test
    void theGuardLetsPassWhatIsConfirmedOrLittle() {
        provider.scopes = List.of(scope("a"));
        fixture.reconciler.removals = new Removals(50, 100);
        assertEquals(50, fixture.run().report().removed());
        fixture.store.end = null;
        fixture.reconciler.removals = new Removals(20, 20);
        assertEquals(20, fixture.run().report().removed());
        fixture.store.end = null;
        fixture.claim("acme:cloud", Set.of(), true);
        fixture.reconciler.removals = new Removals(100, 100);
        assertEquals(RunStatus.COMPLETED, fixture.run().status());
        assertEquals(100, fixture.store.end.report().removed());
    }

    @Test
    void aTargetedRunReadsOnlyWhatIsAskedFor() {
        provider.scopes = List.of(scope("a"), Scope.of("b", "block_storage"));
        provider.collecting = (scope, sink, attempt) -> {
            emit(sink, "vpc", "v1");
            emit(sink, "virtual_machine", "m1");
            sink.notRead("virtual_machine", FailureKind.PERMISSION, "not allowed");
        };
        fixture.claim("acme:cloud", Set.of("vpc"), false);
        RunEnd end = fixture.run();
        assertEquals(RunStatus.COMPLETED, end.status());
        assertEquals(Map.of("a", List.of("v1")), fixture.reconciler.committed());
        assertEquals(Set.of("vpc"), provider.context.targetTypes());
        assertEquals(0, provider.attempts("b"));
    }

    @Test
    void twoScopesWithOneIdAreADefectOfThePlugin() {
        provider.scopes = List.of(scope("a"), scope("a"));
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertEquals("The plugin names the scope a twice.", end.message());
        assertEquals(provider.calls.stream().filter("connect"::equals).count(), provider.closed.get());
    }

    @Test
    void noSecretGetsIntoWhatPeopleSee() {
        fixture.config.put("password", "hunter2hunter2");
        provider.scopes = List.of(scope("a"));
        provider.collecting = (scope, sink, attempt) -> {
            throw new ProviderException(FailureKind.PERMISSION, "GET /?auth=hunter2hunter2 gave 403");
        };
        RunEnd end = fixture.run();
        assertFalse(end.toString().contains("hunter2"), end.toString());
        assertTrue(end.message().contains("GET /?auth=*** gave 403"), end.message());
    }

    @Test
    void aRunHalfReadByADeadWorkerFailsAndKeepsItsFigures() {
        ClaimedRun claimed = fixture.store.run;
        fixture.store.run = new ClaimedRun(
                claimed.id(), claimed.target(), 2, Set.of(), false, 3, new RunReport(5, 1, 2, 0, Map.of()));
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertEquals(8, end.report().found());
        assertEquals(List.of(), provider.calls);
    }

    @Test
    void aDefectOfOursEndsTheRunWithAWord() {
        provider.scopes = List.of(scope("a"));
        fixture.reconciler.onFinish = () -> {
            throw new IllegalStateException("a defect");
        };
        RunEnd end = fixture.run();
        assertEquals(RunStatus.FAILED, end.status());
        assertEquals(
                "The run failed inside; the server's log has the details under run " + EngineFixture.RUN + ".",
                end.message());
        assertEquals(1, provider.closed.get());
    }

    @Test
    void whatHasEndedIsNotTouched() {
        fixture.store.canceled = true;
        fixture.engine().work(EngineFixture.RUN);
        assertEquals(List.of(), provider.calls);
    }

    private static Map<String, Object> first4(RunEnd end) {
        Map<String, Object> progress = end.report().progress();
        return Map.of(
                "scopes_total", progress.get("scopes_total"),
                "scopes_done", progress.get("scopes_done"),
                "scopes_failed", progress.get("scopes_failed"),
                "resources_seen", progress.get("resources_seen"));
    }
}
