package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import inventory.api.http.FakeHttpServer;
import java.io.IOException;
import java.util.Map;
import provider.ovh.CloudEstate;
import provider.ovh.DedicatedEstate;
import provider.ovh.FakeOvh;

/** The fake of OVHcloud, which checks signatures and clock; one list goes wrong. */
final class OvhSystem implements OutsideSystem {
    private final String key;
    private final String list;
    private final String unpaged;
    private final FakeOvh fake;
    private final FakeHttpServer server;

    private OvhSystem(String key, String list, String unpaged, FakeOvh fake) throws IOException {
        this.key = key;
        this.list = list;
        this.unpaged = unpaged;
        this.fake = fake;
        server = FakeHttpServer.conversing(FakeOvh.RIGHT, FakeOvh.WRONG, fake);
    }

    /** Servers and a vRack; the vRacks go wrong. */
    static OvhSystem dedicated() throws IOException {
        FakeOvh fake = DedicatedEstate.fill(new FakeOvh(), 3);
        DedicatedEstate.addVrack(fake, "pn-1");
        return new OvhSystem("ovh:dedicated", "/vrack", "as many pages are asked for as the list of ids needs", fake);
    }

    /** Two projects; the volumes of one go wrong. */
    static OvhSystem cloud() throws IOException {
        FakeOvh fake = CloudEstate.addProject(CloudEstate.addProject(new FakeOvh(), "p1", 2), "p2", 2);
        return new OvhSystem("ovh:cloud", CloudEstate.path("p1") + "/volume", "the lists have no pages", fake);
    }

    /** What is in it, and what becomes of changes. */
    FakeOvh fake() {
        return fake;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public Map<String, Object> config() {
        return FakeOvh.RIGHT.extra();
    }

    @Override
    public MappingBuilder oneScope() {
        return get(urlPathMatching("(/1.0)?" + list));
    }

    @Override
    public String beginning() {
        return "[{\"id\": \"v";
    }

    @Override
    public Map<Mishap, ResponseDefinitionBuilder> words() {
        return Map.of(
                Mishap.THROTTLED, error(429, "TOO_MANY_REQUESTS"),
                Mishap.DENIED, error(403, "NOT_GRANTED_CALL"),
                Mishap.EXPIRED, error(403, "INVALID_CREDENTIAL"),
                Mishap.SKEWED, error(400, "QUERY_TIME_OUT"));
    }

    @Override
    public Map<Mishap, String> never() {
        return Map.of(Mishap.ENDLESS, unpaged, Mishap.REPEATED, unpaged);
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return OutsideSystem.json(status, "{\"errorCode\": \"" + code + "\", \"message\": \"As told.\"}");
    }

    @Override
    public void close() {
        server.close();
    }
}
