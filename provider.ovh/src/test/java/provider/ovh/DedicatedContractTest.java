package provider.ovh;

import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every provider must hold to, against an API with three servers and a vRack. */
class DedicatedContractTest extends ProviderContract {
    private static final int CONNECT = 2;
    private static final int SERVERS = 8;
    private static final int VRACKS = 4;

    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        FakeOvh fake = DedicatedEstate.fill(new FakeOvh(), 3);
        DedicatedEstate.addVrack(fake, "pn-1");
        server = fake.serve()
                .whenAsked(
                        Fault.BROKEN_LATER_PAGE,
                        request -> request.url().contains("/ip")
                                ? new Reply(500, "{\"message\": \"Internal error\"}")
                                : fake.to(request))
                .whenAsked(
                        Fault.DENIED_TYPE,
                        request -> request.url().contains("/vrack")
                                ? FakeOvh.error(403, "NOT_GRANTED_CALL", "This call has not been granted")
                                : fake.to(request));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Subject subject() {
        return server.subject(new DedicatedProvider())
                .mostCalls(CONNECT + SERVERS + VRACKS)
                .secret(FakeOvh.SECRET)
                .secret(FakeOvh.CONSUMER)
                .never(Fault.REPEATED_PAGE_TOKEN, "pages have numbers, and as many are asked for as the ids need");
    }
}
