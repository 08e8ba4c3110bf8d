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
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DedicatedCallsTest {
    private static final int CONNECT = 2;
    private static final int VRACKS = 1;

    private final FakeOvh ovh = new FakeOvh();
    private final DedicatedProvider provider = new DedicatedProvider();
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
    void aThousandServersTakeFewCallsAndFewerTheSecondTime() throws Exception {
        DedicatedEstate.fill(ovh, 1_000);
        int listing = 1 + 2; // ids, and pages of 500
        int addresses = 1 + 3; // 1,001 blocks
        int hardware = 3 * 20 + 1; // three facts in batches of 50, and one RAID profile
        assertEquals(1_000, read().size());
        assertEquals(CONNECT + listing + addresses + hardware + VRACKS, server.calls());
        assertEquals(1_000, read().size());
        assertEquals(2 * (CONNECT + listing + addresses + VRACKS) + hardware, server.calls());
    }

    @Test
    void whatIsKeptOutlivesTheRuns() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/OSGI-INF/provider.ovh.DedicatedProvider.xml")) {
            String component = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(component.contains("immediate=\"true\""), component);
        }
    }

    @Test
    void withoutBatchesFactsAreAskedForOneByOneAndKept() throws Exception {
        DedicatedEstate.fill(ovh, 60);
        ovh.batchesNothing();
        int lists = 2 + 2;
        int facts = 1 + 3 * 60 + 1; // the batch that is refused, three facts each, one RAID profile
        assertEquals(60, read().size());
        assertEquals(CONNECT + lists + facts + VRACKS, server.calls());
        read();
        assertEquals(2 * (CONNECT + lists + VRACKS) + facts, server.calls());
    }

    @Test
    void aVrackIsConnectedToItsServers() throws Exception {
        DedicatedEstate.fill(ovh, 2);
        DedicatedEstate.addVrack(ovh, "pn-7");
        ResourceData vrack = read().get(2);
        assertEquals("pn-7", vrack.emsRef());
        assertEquals("backbone", vrack.name());
        assertEquals(
                List.of(
                        new Relation(DedicatedEstate.name(1), RelationshipType.CONNECTED_TO),
                        new Relation(DedicatedEstate.name(2), RelationshipType.CONNECTED_TO)),
                vrack.relationships());
    }

    @Test
    void theTestTellsWhatCanBeRead() throws Exception {
        DedicatedEstate.fill(ovh, 2);
        DedicatedEstate.addVrack(ovh, "pn-7");
        String told = test(server.context());
        assertTrue(
                told.matches("Connected as an application at 127.0.0.1:\\d+; can read 2 dedicated servers"
                        + " and 1 vRacks\\."),
                told);
        ovh.denies("/dedicated/server/" + DedicatedEstate.name(1) + "/serviceInfos");
        ProviderException failure = assertThrows(ProviderException.class, () -> test(server.context()));
        assertEquals(FailureKind.PERMISSION, failure.kind());
        assertTrue(failure.getMessage().contains("/serviceInfos answered 403"), failure.getMessage());
    }

    @Test
    void aServiceAccountReadsTheSame() throws Exception {
        DedicatedEstate.fill(ovh, 2);
        Map<String, Object> account = Map.of(
                "client_id",
                "fake-client",
                "client_secret",
                FakeOvh.CLIENT_SECRET,
                "token_url",
                server.url() + "/auth/oauth2/token");
        String told = test(new FakeProviderContext(server.url(), FakeOvh.credential(account)));
        assertTrue(told.contains("service account fake-client"), told);
    }

    @Test
    void whatIsMissingOrWrongInTheRecordIsNamed() {
        assertEquals(
                "application_key: give either application_key, application_secret and consumer_key, or client_id and"
                        + " client_secret.",
                refused(Map.of()));
        assertEquals("consumer_key: it is needed.", refused(Map.of("application_key", "a", "application_secret", "b")));
        assertEquals("client_secret: it is needed.", refused(Map.of("client_id", "a")));
        assertEquals("region: 'moon' is none of eu, ca and us.", refused(Map.of("client_id", "a", "region", "moon")));
    }

    private String refused(Map<String, Object> config) {
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> provider.connect(new FakeProviderContext("", FakeOvh.credential(config))));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        return failure.getMessage();
    }

    private String test(FakeProviderContext context) throws Exception {
        try (ProviderConnection connection = new DedicatedProvider().connect(context)) {
            return ((ConnectionTest) connection).test();
        }
    }

    private List<ResourceData> read() throws Exception {
        return RecordingSink.ofEverything(provider, server.context()).resources();
    }
}
