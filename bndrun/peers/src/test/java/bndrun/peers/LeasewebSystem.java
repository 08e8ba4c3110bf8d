package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.util.Map;
import provider.leaseweb.FakeLeaseweb;

/** The fake of LeaseWeb; the addresses of one server go wrong. */
final class LeasewebSystem implements OutsideSystem {
    private final FakeLeaseweb fake;

    LeasewebSystem() throws IOException {
        fake = FakeLeaseweb.with(6);
    }

    @Override
    public String key() {
        return "leaseweb:baremetal";
    }

    @Override
    public String url() {
        return fake.url();
    }

    @Override
    public Map<String, Object> config() {
        return Map.of("api_key", FakeLeaseweb.KEY);
    }

    @Override
    public MappingBuilder oneScope() {
        return get(urlPathMatching(".*/servers/100003/ips"));
    }

    @Override
    public String beginning() {
        return "{\"_metadata\": {\"totalCount\": 1, \"offset\": 0}, \"ips\": [";
    }

    @Override
    public Map<Mishap, ResponseDefinitionBuilder> words() {
        return Map.of(
                Mishap.THROTTLED, error(429),
                Mishap.DENIED, error(403),
                Mishap.EXPIRED, error(401),
                Mishap.ENDLESS, page("{{request.query.offset}}").withTransformers("response-template"),
                Mishap.REPEATED, page("0"));
    }

    @Override
    public Map<Mishap, String> never() {
        return Map.of(Mishap.SKEWED, "a key is not bound to the time of day");
    }

    private static ResponseDefinitionBuilder page(String offset) {
        return OutsideSystem.json(
                200,
                "{\"_metadata\": {\"totalCount\": 1000000, \"offset\": " + offset
                        + " }, \"ips\": [{\"ip\": \"192.0.2.1/24\"}]}");
    }

    private static ResponseDefinitionBuilder error(int status) {
        return OutsideSystem.json(status, "{\"errorCode\": \"" + status + "\", \"errorMessage\": \"As told.\"}");
    }

    @Override
    public void close() {
        fake.close();
    }
}
