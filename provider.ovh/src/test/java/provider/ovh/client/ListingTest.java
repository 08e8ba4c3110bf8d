package provider.ovh.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import inventory.api.http.FakeHttpServer;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import provider.ovh.FakeOvh;

class ListingTest {
    private static final int TIME = 1;
    private static final int IDS = 1;

    private final FakeOvh ovh = new FakeOvh();
    private final AnswerCache cache = new AnswerCache();
    private FakeHttpServer server;
    private OvhClient client;
    private Batch batch;
    private Listing listing;

    @BeforeEach
    void start() throws Exception {
        server = ovh.serve();
        client = new OvhClient(
                new Access(
                        server.url() + "/1.0",
                        new Credentials.Application("fake-application", FakeOvh.SECRET, FakeOvh.CONSUMER)),
                server.context());
        batch = new Batch(client, server.context(), cache);
        listing = new Listing(client, batch);
        things(1_200);
    }

    private void things(int number) {
        ovh.put("/thing", "[]");
        for (int at = 0; at < number; at++) {
            ovh.add("/thing", "t" + at, JsonNodeFactory.instance.objectNode().put("name", "t" + at));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesListObjects() throws Exception {
        assertEquals(1_200, listing.objects("/thing", "name").size());
        assertEquals(TIME + IDS + 3, server.calls());
    }

    @Test
    void withoutPagesTheyAreReadInBatches() throws Exception {
        ovh.expandsNothing();
        assertEquals(1_200, listing.objects("/thing", "name").size());
        assertEquals(TIME + IDS + 1 + 1_200 / Batch.SIZE, server.calls());
    }

    @Test
    void withoutPagesAndBatchesTheyAreReadOneByOne() throws Exception {
        ovh.expandsNothing();
        ovh.batchesNothing();
        things(60);
        assertEquals(60, listing.objects("/thing", "name").size());
        assertEquals(TIME + IDS + 1 + 1 + 60, server.calls());
    }

    @Test
    void whatThePagesLackIsReadAlone() throws Exception {
        ovh.document("/thing/t700").put("name", "another");
        assertEquals(
                "another",
                listing.objects("/thing", "name").get("t700").path("name").asText());
        assertEquals(TIME + IDS + 3 + 1, server.calls());
    }

    @Test
    void whatVanishesMeanwhileIsLeftOut() throws Exception {
        ovh.remove("/thing/t3");
        assertEquals(1_199, listing.objects("/thing", "name").size());
    }

    @Test
    void anAnswerOtherThanIdsIsRefused() {
        ovh.put("/thing", "{'message': 'hello'}");
        ProviderException failure = assertThrows(ProviderException.class, () -> listing.ids("/thing"));
        assertEquals(FailureKind.MALFORMED, failure.kind());
        ArrayNode objects = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode());
        ovh.put("/thing", objects);
        assertThrows(ProviderException.class, () -> listing.ids("/thing"));
    }

    @Test
    void anAnswerIsKeptThatThereIsNoneToo() throws Exception {
        ovh.put("/thing/t1/part", "{'size': 3}");
        List<String> ids = List.of("t1", "t2");
        assertEquals(
                Set.of("t1"),
                batch.each(ids, "/thing/%s/part", Duration.ofDays(7)).keySet());
        int calls = server.calls();
        assertEquals(TIME + 1 + 1, calls, "a batch, and the one without an answer alone");
        assertEquals(
                Set.of("t1"),
                batch.each(ids, "/thing/%s/part", Duration.ofDays(7)).keySet());
        assertEquals(calls, server.calls());
    }

    @Test
    void aRightThatIsMissingIsNoAbsence() {
        ovh.denies("/thing/");
        ProviderException failure = assertThrows(
                ProviderException.class, () -> batch.each(List.of("t1", "t2"), "/thing/%s", Duration.ZERO));
        assertEquals(FailureKind.PERMISSION, failure.kind());
    }
}
