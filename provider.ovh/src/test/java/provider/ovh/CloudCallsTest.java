package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.FakeHttpServer;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudCallsTest {
    private static final int CONNECT = 2;
    private static final int REGIONS = 2;
    private static final int LISTS = 6;

    private final FakeOvh ovh = new FakeOvh();
    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = ovh.serve();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aThousandInstancesTakeAsManyCallsAsOne() throws Exception {
        CloudEstate.addProject(ovh, "p1", 500);
        RecordingSink sink = RecordingSink.ofEverything(new CloudProvider(), server.context());
        assertEquals(1_000 + 2 + 2, sink.resources().size());
        assertEquals(CONNECT + REGIONS + LISTS + REGIONS, server.calls());
    }

    @Test
    void regionsAreScopesOfWhatTheyOffer() throws Exception {
        CloudEstate.addProject(ovh, "p1", 1);
        try (ProviderConnection connection = connect(server.context())) {
            Map<String, Set<String>> scopes = new TreeMap<>();
            connection.scopes().forEach(scope -> scopes.put(scope.id(), scope.resourceTypes()));
            Set<String> all = Set.of("virtual_machine", "block_storage", "vlan_segment");
            assertEquals(Map.of("p1/GRA11", all, "p1/SBG5", all), scopes);
        }
    }

    @Test
    void anInstanceBecomesAMachine() throws Exception {
        CloudEstate.addProject(ovh, "p1", 1);
        ResourceData machine = resource("p1-gra11-0000");
        assertEquals("vm-0", machine.name());
        assertEquals("running", machine.state());
        assertEquals("GRA11", machine.region());
        assertEquals("p1", machine.cloudTenant());
        assertEquals("b3-8", machine.flavor());
        assertEquals(Optional.of(2), machine.cpuCount());
        assertEquals(Optional.of(8_192L), machine.memoryMb());
        assertEquals(Optional.of(50L), machine.diskGb());
        assertEquals(List.of("198.0.0.0", "10.0.0.0"), machine.ipAddresses());
        assertEquals("Debian 12", machine.osName());
        assertEquals("linux", machine.osType());
        assertEquals(Map.of("AZ", "gra11", "REGION", "gra", "SHORT_AZ", "11"), machine.providerTags());
        assertEquals("shop", machine.properties().get("project_name"));
        assertEquals(List.of(new Relation("n-gra-p1", RelationshipType.CONNECTED_TO)), machine.relationships());
        ResourceData volume = resource("v-gra-p1");
        assertEquals(Optional.of(100L), volume.diskGb());
        assertEquals("active", volume.state());
        assertEquals(List.of(new Relation("p1-gra11-0000", RelationshipType.ATTACHED_TO)), volume.relationships());
        ResourceData network = resource("n-sbg-p1");
        assertEquals("provisioning", network.state());
        assertEquals(20L, network.properties().get("vlan_id"));
    }

    @Test
    void whereTheServiceIsDownNothingOfItsTypeIsStated() throws Exception {
        CloudEstate.addProject(ovh, "p1", 1);
        try (ProviderConnection connection = connect(server.context())) {
            List<Scope> scopes = connection.scopes();
            CloudEstate.service(ovh, "p1", "GRA11", "instance", "DOWN");
            RecordingSink gra = read(connection, scopes.get(0));
            assertEquals(Set.of("virtual_machine"), gra.notRead().keySet());
            assertEquals(
                    FailureKind.INTERNAL, gra.notRead().get("virtual_machine").kind());
            assertEquals(2, gra.resources().size());
            assertEquals(3, read(connection, scopes.get(1)).resources().size());
        }
    }

    @Test
    void whereTheRegionIsDownItsScopeFails() throws Exception {
        CloudEstate.addProject(ovh, "p1", 1);
        ovh.document("/cloud/project/p1/region/SBG5").put("status", "MAINTENANCE");
        try (ProviderConnection connection = connect(server.context())) {
            Scope sbg = connection.scopes().get(1);
            ProviderException failure = assertThrows(ProviderException.class, () -> read(connection, sbg));
            assertEquals("The region SBG5 is MAINTENANCE: nothing there is taken as gone.", failure.getMessage());
        }
    }

    @Test
    void aProjectThatIsSuspendedFails() throws Exception {
        CloudEstate.addProject(ovh, "p1", 1);
        ovh.document("/cloud/project/p1").put("status", "suspended");
        try (ProviderConnection connection = connect(server.context())) {
            Scope first = connection.scopes().get(0);
            ProviderException failure = assertThrows(ProviderException.class, () -> read(connection, first));
            assertTrue(failure.getMessage().contains("p1 is 'suspended'"), failure.getMessage());
        }
    }

    @Test
    void aProjectThatMayNotBeReadFailsAlone() throws Exception {
        CloudEstate.addProject(CloudEstate.addProject(ovh, "p1", 1), "p2", 1);
        ovh.denies("/cloud/project/p2");
        try (ProviderConnection connection = connect(server.context())) {
            List<Scope> scopes = connection.scopes();
            assertEquals(
                    List.of("p1/GRA11", "p1/SBG5", "p2"),
                    scopes.stream().map(Scope::id).toList());
            assertEquals(3, read(connection, scopes.get(0)).resources().size());
            ProviderException failure = assertThrows(ProviderException.class, () -> read(connection, scopes.get(2)));
            assertEquals(FailureKind.PERMISSION, failure.kind());
            ovh.denies("-");
            ProviderException later = assertThrows(ProviderException.class, () -> read(connection, scopes.get(2)));
            assertEquals(FailureKind.INTERNAL, later.kind());
        }
    }

    @Test
    void onlyNamedProjectsAreReadAndAnUnknownOneFails() throws Exception {
        CloudEstate.addProject(CloudEstate.addProject(ovh, "p1", 1), "p2", 1);
        try (ProviderConnection connection = connect(server.context().with("projects", List.of("p2", "p9")))) {
            List<Scope> scopes = connection.scopes();
            assertEquals(
                    List.of("p2/GRA11", "p2/SBG5", "p9"),
                    scopes.stream().map(Scope::id).toList());
            assertThrows(ProviderException.class, () -> read(connection, scopes.get(2)));
        }
    }

    @Test
    void theTestTellsWhatCanBeRead() throws Exception {
        CloudEstate.addProject(ovh, "p1", 3);
        try (ProviderConnection connection = connect(server.context())) {
            String told = ((ConnectionTest) connection).test();
            assertTrue(told.endsWith("can read 1 projects, the first of them with 3 regions and 6 instances."), told);
        }
        ovh.denies("/cloud/project/p1/volume");
        try (ProviderConnection connection = connect(server.context())) {
            ProviderException failure =
                    assertThrows(ProviderException.class, () -> ((ConnectionTest) connection).test());
            assertEquals(FailureKind.PERMISSION, failure.kind());
        }
    }

    private ResourceData resource(String reference) throws Exception {
        return RecordingSink.ofEverything(new CloudProvider(), server.context()).resources().stream()
                .filter(one -> one.emsRef().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static ProviderConnection connect(FakeProviderContext context) throws Exception {
        return new CloudProvider().connect(context);
    }

    private static RecordingSink read(ProviderConnection connection, Scope scope) throws Exception {
        RecordingSink sink = new RecordingSink();
        connection.collect(scope, sink);
        return sink;
    }
}
