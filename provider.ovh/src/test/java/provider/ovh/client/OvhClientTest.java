package provider.ovh.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import provider.ovh.FakeOvh;

class OvhClientTest {
    private final FakeOvh ovh = new FakeOvh();
    private FakeHttpServer server;
    private FakeProviderContext context;

    @BeforeEach
    void start() throws Exception {
        server = ovh.serve();
        context = server.context();
        ovh.put("/me", "{'nichandle': 'xx1'}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theTimeIsAskedForOnceAndTheBucketIsThatOfTheKey() throws Exception {
        OvhClient client = signing();
        assertEquals("xx1", client.get("/me").path("nichandle").asText());
        client.get("/me");
        assertEquals(List.of("GET /auth/time", "GET /me", "GET /me"), ovh.asked());
        Set<RateLimit> limits = Set.copyOf(context.limits());
        assertEquals(1, limits.size());
        RateLimit limit = limits.iterator().next();
        assertEquals(60, limit.permits());
        assertEquals(Duration.ofMinutes(1), limit.period());
    }

    @Test
    void aClockThatJumpedIsLookedAtAgain() throws Exception {
        OvhClient client = signing();
        client.get("/me");
        ovh.jumps(600);
        ProviderException late = assertThrows(ProviderException.class, () -> client.get("/me"));
        assertEquals(FailureKind.INTERNAL, late.kind());
        assertTrue(late.getMessage().startsWith("The clock of this machine jumped"), late.getMessage());
        assertEquals("xx1", client.get("/me").path("nichandle").asText());
    }

    @Test
    void theSlashOfABlockIsSentAndSignedEncoded() throws Exception {
        ovh.put("/ip/192.0.2.0%2F29/reverse", "[]");
        signing().get("/ip/" + OvhClient.segment("192.0.2.0/29") + "/reverse?ipReverse=192.0.2.1");
        assertEquals(
                "/1.0/ip/192.0.2.0%2F29/reverse?ipReverse=192.0.2.1",
                ovh.last().uri().toString());
    }

    @Test
    void aChangeIsSignedWithItsBodyAndMayBeAnsweredWithNothing() throws Exception {
        ovh.on(
                "PUT /services/7",
                body -> Reply.of(body.path("displayName").asText().equals("ü") ? "" : "wrong"));
        assertTrue(signing()
                .change("PUT", "/services/7", Map.of("displayName", "ü"))
                .isMissingNode());
    }

    @Test
    void whatIsAbsentOrUnsupportedIsNotThere() throws Exception {
        ovh.put("/raid", "{'refused': 403, 'message': 'Hardware RAID is not supported by this server'}");
        assertEquals(Optional.empty(), signing().find("/nothing"));
        assertEquals(Optional.empty(), signing().find("/raid"));
        ovh.put("/raid", "{'refused': 403, 'errorCode': 'NOT_GRANTED_CALL', 'message': 'no'}");
        assertEquals(
                FailureKind.PERMISSION,
                assertThrows(ProviderException.class, () -> signing().find("/raid"))
                        .kind());
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_SIGNATURE, AUTHENTICATION, application_secret does not belong",
        "403, INVALID_KEY, AUTHENTICATION, application_key is unknown",
        "403, INVALID_CREDENTIAL, AUTHENTICATION, make and validate a new one",
        "403, NOT_CREDENTIAL, AUTHENTICATION, make and validate a new one",
        "403, NOT_GRANTED_CALL, PERMISSION, access rules of the consumer_key",
        "403, FORBIDDEN, PERMISSION, may not do this",
        "400, QUERY_TIME_OUT, INTERNAL, let NTP keep the clock right",
        "403, SOMETHING_ELSE, PERMISSION, answered 403",
        "409, SOMETHING_ELSE, INTERNAL, answered 409",
        "429, SOMETHING_ELSE, THROTTLED, answered 429"
    })
    void aCodeSaysWhatToDo(int status, String code, FailureKind kind, String told) {
        ovh.put("/me", "{'refused': %d, 'errorCode': '%s', 'message': 'because'}".formatted(status, code));
        ProviderException failure =
                assertThrows(ProviderException.class, () -> signing().get("/me"));
        assertEquals(kind, failure.kind());
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
        assertTrue(failure.getMessage().contains("/1.0/me answered " + status), failure.getMessage());
    }

    @Test
    void aServiceAccountShowsItsTokenUntilItEnds() throws Exception {
        OvhClient client = client(account(FakeOvh.CLIENT_SECRET));
        client.get("/me");
        client.get("/me");
        assertEquals(List.of("POST /auth/oauth2/token", "GET /me", "GET /me"), ovh.asked());
    }

    @Test
    void aServiceAccountThatIsRefusedSaysSo() {
        ProviderException failure = assertThrows(
                ProviderException.class, () -> client(account("wrong")).get("/me"));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertTrue(failure.getMessage().contains("check client_id, client_secret and region"), failure.getMessage());
    }

    private Credentials account(String secret) {
        return new Credentials.ServiceAccount("fake-client", secret, server.url() + "/auth/oauth2/token");
    }

    private OvhClient signing() {
        return client(new Credentials.Application("fake-application", FakeOvh.SECRET, FakeOvh.CONSUMER));
    }

    private OvhClient client(Credentials credentials) {
        return new OvhClient(new Access(server.url() + "/1.0", credentials), context);
    }
}
