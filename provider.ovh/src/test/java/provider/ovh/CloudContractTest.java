package provider.ovh;

import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every provider must hold to, against an API with one project in three regions. */
class CloudContractTest extends ProviderContract {
    private static final int CONNECT = 2;
    private static final int SCOPES = 2;
    private static final int PROJECT = 8;

    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        FakeOvh fake = CloudEstate.addProject(new FakeOvh(), "p1", 2);
        server = fake.serve()
                .whenAsked(
                        Fault.BROKEN_LATER_PAGE,
                        request -> request.url().endsWith("/flavor")
                                ? new Reply(500, "{\"message\": \"Internal error\"}")
                                : fake.to(request))
                .whenAsked(
                        Fault.DENIED_TYPE,
                        request -> request.url().endsWith("/volume")
                                ? FakeOvh.error(403, "NOT_GRANTED_CALL", "This call has not been granted")
                                : fake.to(request));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Subject subject() {
        return server.subject(new CloudProvider())
                .mostCalls(CONNECT + SCOPES + PROJECT)
                .secret(FakeOvh.SECRET)
                .secret(FakeOvh.CONSUMER)
                .never(Fault.REPEATED_PAGE_TOKEN, "the lists have no pages");
    }
}
