package provider.acme;

import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Subject;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import provider.acme.client.WidgetClient;

/** What every provider must hold to, against a server that answers with the recorded replies. */
class WidgetContractTest extends ProviderContract {
    private static final int CONNECT = 1;
    private static final int PAGES = 2;

    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = FakeHttpServer.answering(WidgetContractTest::recorded)
                .when(Fault.REPEATED_PAGE_TOKEN, request -> Reply.of("{\"widgets\": [], \"next\": 1}"))
                .when(Fault.BROKEN_LATER_PAGE, request -> isFirst(request) ? recorded(request) : new Reply(500, "{}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Subject subject() {
        return server.subject(new WidgetProvider())
                .mostCalls(CONNECT + PAGES)
                .never(Fault.DENIED_TYPE, "there is one type; who may not list it is refused at the connection");
    }

    private static boolean isFirst(URI request) {
        return request.getQuery().equals("page=1");
    }

    static Reply recorded(URI request) throws Exception {
        String file = "widgets-" + request.getQuery().replaceAll("\\D", "") + ".json";
        try (InputStream reply = WidgetClient.class.getResourceAsStream(file)) {
            return Reply.of(new String(reply.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
