package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.PrismServer;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.net.URL;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The provider, and our own OVHcloud too, against what OVHcloud says of its dedicated servers: Prism refuses each request and each answer that
 * is not as described. Lists of objects and batches are not described, so that ids are asked for one by one; a service account is used, since a
 * signature is for the address that is called. Addresses and vRacks are in other documents and are passed on unchecked. No false alarm is known.
 */
class OvhPrismIT {
    private static final URL DOCUMENT = OvhPrismIT.class.getResource("openapi.json");
    private static final String SERVER = "/dedicated/server/" + DedicatedEstate.name(1);

    private final FakeOvh ovh = DedicatedEstate.fill(new FakeOvh(), 2);
    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        ovh.expandsNothing();
        ovh.batchesNothing();
        DedicatedEstate.addVrack(ovh, "pn-1");
        server = FakeHttpServer.conversing(FakeOvh.RIGHT, FakeOvh.WRONG, ovh);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ourOvhIsAsOvhDescribesItself() throws Exception {
        ovh.put(SERVER + "/task/77", "{'taskId': 77, 'function': 'hardReboot', 'status': 'done'}");
        ovh.on(
                "POST " + SERVER + "/reboot",
                body -> Reply.of("{\"taskId\": 77, \"function\": \"hardReboot\", \"status\": \"todo\"}"));
        try (PrismServer proxy = PrismServer.proxy(DOCUMENT, server.url())) {
            assertEquals(read(server.url()), read(proxy.url()));
            RecordingProgress progress = new RecordingProgress();
            ((ResourceActions) connect(proxy.url()))
                    .perform(Targets.request("reboot", DedicatedEstate.name(1), "bare_metal", Map.of()), progress);
            assertFalse(progress.unsettled());
        }
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsNoticed() throws Exception {
        ovh.document(SERVER).put("powerState", "asleep");
        assertFalse(read(server.url()).isEmpty());
        try (PrismServer proxy = PrismServer.proxy(DOCUMENT, server.url())) {
            ProviderException failure = assertThrows(ProviderException.class, () -> read(proxy.url()));
            assertTrue(failure.getMessage().contains("VIOLATIONS"), failure.getMessage());
        }
    }

    private ProviderConnection connect(String url) throws Exception {
        return new DedicatedProvider()
                .connect(new FakeProviderContext(
                        url,
                        FakeOvh.credential(Map.of(
                                "client_id",
                                "fake-client",
                                "client_secret",
                                FakeOvh.CLIENT_SECRET,
                                "token_url",
                                server.url() + "/1.0/auth/oauth2/token"))));
    }

    private Map<String, ResourceData> read(String url) throws Exception {
        ProviderConnection connection = connect(url);
        RecordingSink sink = new RecordingSink();
        for (Scope scope : connection.scopes()) {
            connection.collect(scope, sink);
        }
        assertEquals(Map.of(), sink.notRead());
        return sink.resources().stream().collect(Collectors.toMap(ResourceData::emsRef, resource -> resource));
    }
}
