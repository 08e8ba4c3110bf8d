package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.LoopbackProcess;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against vcsim with 500 machines: all is read back, in exactly as many calls as it must take, and no session is left. */
final class VcsimIT {
    private static VcsimServer vcsim;
    private static VcsimAdmin admin;

    @BeforeAll
    static void start() throws Exception {
        vcsim = VcsimServer.start(
                "-dc",
                "2",
                "-cluster",
                "2",
                "-host",
                "4",
                "-standalone-host",
                "1",
                "-vm",
                "50",
                "-pool",
                "2",
                "-ds",
                "3",
                "-pg",
                "2");
        admin = new VcsimAdmin(vcsim);
    }

    @AfterAll
    static void stop() {
        if (vcsim != null) {
            vcsim.close();
        }
    }

    @AfterEach
    void everySessionWasEnded() throws Exception {
        assertEquals(List.of(), admin.otherSessions());
    }

    @Test
    void everyTypeIsReadInSoManyCalls() throws Exception {
        OneReading reading = OneReading.of(vcsim.context(Map.of()));
        assertEquals(Map.of(), reading.failures());
        assertEquals(
                Map.of(
                        "auto_scaling_group", 8L,
                        "block_storage", 6L,
                        "container_orchestration_platform", 4L,
                        "hypervisor_host", 18L,
                        "switch", 2L,
                        "virtual_machine", 500L,
                        "vlan_segment", 8L),
                reading.byType());
        assertEquals(
                Map.of(
                        "auto_scaling_group", 3,
                        "block_storage", 3,
                        "container_orchestration_platform", 3,
                        "hypervisor_host", 3,
                        "switch", 3,
                        "virtual_machine", 3,
                        "vlan_segment", 6),
                reading.calls());
        assertEquals(29, reading.allCalls());
    }

    @Test
    void everyEdgeLeadsToSomethingThatIsRead() throws Exception {
        OneReading reading = OneReading.of(vcsim.context(Map.of()));
        Set<String> loose = new TreeSet<>();
        for (ResourceData resource : reading.resources()) {
            resource.relationships().stream()
                    .map(Relation::target)
                    .filter(target -> !reading.references().contains(target))
                    .forEach(loose::add);
        }
        assertEquals(Set.of(), loose);
        assertEquals(500, edges(reading, RelationshipType.RUNS_ON));
        assertEquals(500, edges(reading, RelationshipType.CONNECTED_TO) - 18);
        // Four fifths of the machines are in pools that somebody made.
        assertEquals(400, edges(reading, RelationshipType.MEMBER_OF));
    }

    private static long edges(OneReading reading, RelationshipType type) {
        return reading.resources().stream()
                .flatMap(resource -> resource.relationships().stream())
                .filter(relation -> relation.type() == type)
                .count();
    }

    @Test
    void aMachineThatIsOffAndOneThatIsGoneAreNoticedAndNothingElse() throws Exception {
        try (VcsimServer small = VcsimServer.start("-vm", "3")) {
            switchOffAndDestroy(small);
        }
    }

    private static void switchOffAndDestroy(VcsimServer small) throws Exception {
        VcsimAdmin other = new VcsimAdmin(small);
        OneReading before = OneReading.of(small.context(Map.of()), "virtual_machine");
        List<String> machines = before.references().stream().sorted().toList();
        String off = machines.get(0);
        String gone = machines.get(1);
        other.powerOff(off);
        other.powerOff(gone);
        other.destroy(gone);
        OneReading after = OneReading.of(small.context(Map.of()), "virtual_machine");
        Set<String> missing = new HashSet<>(before.references());
        missing.removeAll(after.references());
        assertEquals(Set.of(gone), missing);
        assertEquals(
                List.of(off),
                after.resources().stream()
                        .filter(one -> one.state().equals("stopped"))
                        .map(ResourceData::emsRef)
                        .toList());
    }

    @Test
    void aDatacenterNarrowsWhatIsReadAndItsScopes() throws Exception {
        OneReading all = OneReading.of(vcsim.context(Map.of()), "hypervisor_host", "switch");
        OneReading one = OneReading.of(vcsim.context(Map.of("datacenter", "DC1")), "hypervisor_host", "switch");
        assertEquals(Map.of("hypervisor_host", 18L, "switch", 2L), all.byType());
        assertEquals(Map.of("hypervisor_host", 9L, "switch", 1L), one.byType());
        assertEquals(
                Set.of("DC1"),
                Set.copyOf(one.resources().stream().map(ResourceData::region).toList()));
        Set<String> both = new HashSet<>(all.calls().keySet());
        both.retainAll(one.calls().keySet());
        assertEquals(Set.of(), both, "scopes of a narrowed run");
    }

    @Test
    void aDatacenterThatIsNotThereFailsAndIsNamed() throws Exception {
        ProviderException failure =
                OneReading.of(vcsim.context(Map.of("datacenter", "Nowhere"))).failure();
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertEquals(
                "datacenter: there is no 'Nowhere' that this user can see; there is DC0, DC1.", failure.getMessage());
    }

    @Test
    void theConnectionTestTellsWhatCanBeRead() throws Exception {
        try (ProviderConnection connection = new VcenterProvider().connect(vcsim.context(Map.of()))) {
            String told = ((ConnectionTest) connection).test();
            assertTrue(told.endsWith(" as inventory; can read DC0, DC1."), told);
        }
    }

    @Test
    void aSessionThatIsEndedInMidRunFailsWhatFollows() throws Exception {
        FakeProviderContext context = vcsim.context(Map.of());
        try (ProviderConnection connection = new VcenterProvider().connect(context)) {
            List<Scope> scopes = connection.scopes();
            connection.collect(scopes.get(0), new RecordingSink());
            admin.end(admin.otherSessions());
            for (Scope scope : scopes) {
                ProviderException failure = assertThrows(
                        ProviderException.class, () -> connection.collect(scope, new RecordingSink()), scope.id());
                assertEquals(FailureKind.AUTHENTICATION, failure.kind());
                assertTrue(failure.getMessage().contains("the session has ended"), failure.getMessage());
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        ProviderException failure =
                refused(vcsim.context("wrong", Duration.ofSeconds(20), Map.of("verify_ssl", false)));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertTrue(failure.getMessage().contains("user name or password is not accepted"), failure.getMessage());
    }

    @Test
    void aCertificateThatNobodySignedIsRefused() {
        ProviderException failure = refused(vcsim.context(VcsimServer.PASSWORD, Duration.ofSeconds(20), Map.of()));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("the certificate is not trusted"), failure.getMessage());
    }

    @Test
    void aHostThatDoesNotListenIsUnreachable() throws Exception {
        ProviderCredential nobody =
                new ProviderCredential("me", "fake-secret-77", "127.0.0.1", LoopbackProcess.freePort(), Map.of());
        ProviderException failure = refused(new FakeProviderContext("127.0.0.1", nobody));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("the connection is refused"), failure.getMessage());
    }

    @Test
    void aServerThatTakesTooLongIsATimeout() throws Exception {
        try (VcsimServer slow = VcsimServer.start("-method-delay", "RetrieveServiceContent:3000")) {
            ProviderException failure =
                    refused(slow.context(VcsimServer.PASSWORD, Duration.ofSeconds(1), Map.of("verify_ssl", false)));
            assertEquals(FailureKind.TIMEOUT, failure.kind());
            assertTrue(failure.getMessage().contains("no answer in time"), failure.getMessage());
        }
    }

    /** A host without a vCenter has no uuid of its own: its hardware lends one. */
    @Test
    void aSingleHostIsReadToo() throws Exception {
        try (VcsimServer host = VcsimServer.start("-esx")) {
            OneReading reading = OneReading.of(host.context(Map.of()));
            assertEquals(Map.of(), reading.failures());
            assertEquals(
                    Map.of("hypervisor_host", 1L, "virtual_machine", 2L, "block_storage", 1L, "vlan_segment", 1L),
                    reading.byType());
            assertEquals(32, reading.allCalls());
            ResourceData datastore = reading.resources().stream()
                    .filter(one -> one.resourceTypeSlug().equals("block_storage"))
                    .findFirst()
                    .orElseThrow();
            String uuid = reading.resources().stream()
                    .filter(one -> one.resourceTypeSlug().equals("hypervisor_host"))
                    .findFirst()
                    .orElseThrow()
                    .canonicalId();
            assertEquals("vsphere:datastore:" + uuid + ":" + datastore.emsRef(), datastore.canonicalId());
        }
    }

    private static ProviderException refused(FakeProviderContext context) {
        return assertThrows(ProviderException.class, () -> OneReading.of(context));
    }
}
