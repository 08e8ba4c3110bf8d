package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasewebConnectionTest {
    private FakeLeaseweb leaseweb;

    @BeforeEach
    void start() throws Exception {
        leaseweb = FakeLeaseweb.with(7);
    }

    @AfterEach
    void stop() {
        leaseweb.close();
    }

    @Test
    void aServerStaysInItsSlice() throws Exception {
        assertEquals(
                List.of(
                        "private-networks",
                        "servers/0",
                        "servers/1",
                        "servers/2",
                        "servers/3",
                        "servers/4",
                        "servers/5",
                        "servers/6",
                        "servers/7"),
                connect().scopes().stream().map(Scope::id).toList());
        RecordingSink sink = new RecordingSink();
        ProviderConnection connection = connect();
        connection.scopes();
        connection.collect(Scope.of("servers/1", "bare_metal"), sink);
        assertEquals(List.of("100002"), refs(sink));
    }

    @Test
    void aServerThatMayNotBeReadIsToldAndTheOthersAreRead() throws Exception {
        leaseweb.breaksWith(Fault.DENIED_TYPE);
        RecordingSink sink = read();
        assertFalse(refs(sink).contains("100003"));
        assertEquals(6 + 2, sink.resources().size());
        assertEquals(FailureKind.PERMISSION, sink.notRead().get("bare_metal").kind());
        assertTrue(sink.notRead().get("bare_metal").reason().contains("/servers/100003"));
    }

    @Test
    void aRemoteControlThatDoesNotAnswerLeavesThePowerUnknown() throws Exception {
        leaseweb.server("100003").reachable = false;
        ResourceData server = read().resources().stream()
                .filter(resource -> resource.emsRef().equals("100003"))
                .findFirst()
                .orElseThrow();
        assertEquals("unknown", server.state());
        assertEquals("", server.powerState());
        assertEquals("host-3", server.name());
    }

    @Test
    void aServerThatGoesWhileItIsReadFailsItsSlice() throws Exception {
        ProviderConnection connection = connect();
        List<Scope> scopes = connection.scopes();
        leaseweb.remove("100003");
        int failed = 0;
        for (Scope scope : scopes) {
            try {
                connection.collect(scope, new RecordingSink());
            } catch (ProviderException e) {
                failed++;
                assertTrue(e.getMessage().contains("/servers/100003 answered 404"), e.getMessage());
            }
        }
        assertEquals(1, failed);
    }

    @Test
    void theTestNamesTheCustomerAndAsksForEachRight() throws Exception {
        assertEquals(
                "Connected as customer 1000000001; dedicated servers that can be read with addresses, jobs and power: 7.",
                ((ConnectionTest) connect()).test());
        assertEquals(1 + 4, leaseweb.calls());
        leaseweb.remove("100000");
        leaseweb.remove("100001");
        leaseweb.remove("100002");
        leaseweb.breaksWith(Fault.DENIED_TYPE);
        ProviderException denied = assertThrows(ProviderException.class, () -> ((ConnectionTest) connect()).test());
        assertEquals(FailureKind.PERMISSION, denied.kind());
    }

    @Test
    void anEmptyAccountIsNoFailure() throws Exception {
        try (FakeLeaseweb empty = FakeLeaseweb.with(0)) {
            ProviderConnection connection = FakeLeaseweb.provider().connect(empty.context());
            assertEquals("The key is good; its account has no dedicated server.", ((ConnectionTest) connection).test());
            assertEquals(9, connection.scopes().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "https://", "https://host/?key=1", "a b"})
    void anEndpointThatIsNoneIsNamed(String endpoint) {
        ProviderException failure = assertThrows(
                ProviderException.class, () -> LeasewebSettings.of(context(endpoint, Map.of("api_key", "k"))));
        assertEquals(FailureKind.UNREACHABLE, failure.kind());
        assertTrue(failure.getMessage().contains("is no address"), failure.getMessage());
    }

    @Test
    void anEndpointMayBeLeftOut() throws Exception {
        assertEquals("https://api.leaseweb.com/bareMetals/v2", url(""));
        assertEquals("https://proxy.example:8443/bareMetals/v2", url("proxy.example:8443/"));
        assertEquals("http://127.0.0.1:1/other/v2", url("http://127.0.0.1:1/other/v2/"));
    }

    @Test
    void aBadKeyOrRateIsNamed() {
        for (Map<String, Object> extra : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("api_key", "two words"),
                Map.of("api_key", "k", "calls_per_second", 0L),
                Map.of("api_key", "k", "calls_per_second", 1001L))) {
            ProviderException failure =
                    assertThrows(ProviderException.class, () -> LeasewebSettings.of(context("", extra)));
            assertTrue(failure.getMessage().matches(".*(api_key|calls_per_second).*"), failure.getMessage());
        }
    }

    private static String url(String endpoint) throws ProviderException {
        return LeasewebSettings.of(context(endpoint, Map.of("api_key", "k"))).url();
    }

    private static ProviderContext context(String endpoint, Map<String, Object> extra) {
        return new FakeProviderContext(endpoint, new ProviderCredential("", "", "", 443, extra));
    }

    private ProviderConnection connect() throws Exception {
        return FakeLeaseweb.provider().connect(leaseweb.context());
    }

    private RecordingSink read() throws Exception {
        return RecordingSink.ofEverything(FakeLeaseweb.provider(), leaseweb.context());
    }

    private static List<String> refs(RecordingSink sink) {
        return Stream.of(sink.resources())
                .flatMap(List::stream)
                .map(ResourceData::emsRef)
                .toList();
    }
}
