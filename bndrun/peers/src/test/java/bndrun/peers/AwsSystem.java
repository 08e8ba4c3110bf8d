package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** moto; the subnets go wrong. */
final class AwsSystem implements OutsideSystem {
    private final Peer moto;

    AwsSystem(Path folder) throws IOException {
        moto = Peer.moto(folder);
    }

    @Override
    public String key() {
        return "aws:aws";
    }

    @Override
    public String url() {
        return "http://" + moto.address();
    }

    @Override
    public Map<String, Object> config() {
        return Map.of("username", "testing", "password", "testing-secret", "regions", List.of("us-east-1"));
    }

    /** Of one service, since moto takes its time for each. */
    @Override
    public List<String> types() {
        return List.of("security_group", "subnet", "vpc");
    }

    @Override
    public MappingBuilder oneScope() {
        return post(urlPathEqualTo("/")).withRequestBody(containing("Action=DescribeSubnets&"));
    }

    @Override
    public String beginning() {
        return "<DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-1</subnetId>";
    }

    @Override
    public String mediaType() {
        return "text/xml";
    }

    @Override
    public Map<Mishap, ResponseDefinitionBuilder> words() {
        return Map.of(
                Mishap.THROTTLED, error(503, "RequestLimitExceeded"),
                Mishap.DENIED, error(403, "UnauthorizedOperation"),
                Mishap.EXPIRED, error(400, "RequestExpired"),
                Mishap.SKEWED, error(403, "RequestTimeTooSkewed"),
                Mishap.ENDLESS, page("{{randomValue type='UUID'}}").withTransformers("response-template"),
                Mishap.REPEATED, page("again"));
    }

    private static ResponseDefinitionBuilder page(String token) {
        return aResponse()
                .withBody("<DescribeSubnetsResponse><subnetSet/><nextToken>" + token
                        + "</nextToken></DescribeSubnetsResponse>");
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<Response><Errors><Error><Code>" + code
                        + "</Code><Message>As told.</Message></Error></Errors></Response>");
    }

    @Override
    public void close() {
        moto.close();
    }
}
