package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import provider.alicloud.FakeAlicloud;

/** The fake of Alibaba Cloud, which checks signatures; the disks go wrong. */
final class AlicloudSystem implements OutsideSystem {
    private final FakeAlicloud fake;

    AlicloudSystem() throws IOException {
        fake = new FakeAlicloud().furnished();
    }

    @Override
    public String key() {
        return "alicloud:ecs";
    }

    @Override
    public String url() {
        return fake.server().url();
    }

    @Override
    public Map<String, Object> config() {
        return Map.of(
                "access_key_id",
                FakeAlicloud.ID,
                "access_key_secret",
                FakeAlicloud.SECRET,
                "regions",
                List.of("cn-hangzhou"));
    }

    @Override
    public MappingBuilder oneScope() {
        return any(anyUrl()).withHeader("x-acs-action", equalTo("DescribeDisks"));
    }

    @Override
    public String beginning() {
        return "{\"Disks\": {\"Disk\": [";
    }

    @Override
    public Map<Mishap, ResponseDefinitionBuilder> words() {
        return Map.of(
                Mishap.THROTTLED, error(400, "Throttling.User"),
                Mishap.DENIED, error(403, "Forbidden.RAM"),
                Mishap.EXPIRED, error(400, "InvalidSecurityToken.Expired"),
                Mishap.SKEWED, error(400, "InvalidTimeStamp.Expired"),
                Mishap.ENDLESS, page("{{randomValue type='UUID'}}").withTransformers("response-template"),
                Mishap.REPEATED, page("again"));
    }

    private static ResponseDefinitionBuilder page(String token) {
        return OutsideSystem.json(200, "{\"Disks\": {\"Disk\": []}, \"NextToken\": \"" + token + "\"}");
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return OutsideSystem.json(status, "{\"Code\": \"" + code + "\", \"Message\": \"As told.\"}");
    }

    @Override
    public void close() {
        fake.close();
    }
}
