package provider.alicloud.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against a request that the vendor's SDK {@code ecs20140526:5.3.0} signed. */
class V3SignatureTest {
    @Test
    void theSignatureIsThatOfTheVendorsSdk() throws Exception {
        JsonNode vector = new ObjectMapper().readTree(V3SignatureTest.class.getResourceAsStream("/alicloud/v3.json"));
        JsonNode sent = vector.get("headers");
        TreeMap<String, String> query = new TreeMap<>();
        vector.get("query")
                .properties()
                .forEach(one -> query.put(one.getKey(), one.getValue().asText()));
        V3Signature.Call call = new V3Signature.Call(
                sent.get("host").asText(),
                sent.get("x-acs-action").asText(),
                sent.get("x-acs-version").asText(),
                Signing.query(query));
        Map<String, String> headers = new V3Signature(
                        access(vector.get("secret").asText(), Optional.empty()))
                .headers(
                        call,
                        Instant.parse(sent.get("x-acs-date").asText()),
                        sent.get("x-acs-signature-nonce").asText());
        TreeMap<String, String> wanted = new TreeMap<>();
        sent.properties().forEach(one -> wanted.put(one.getKey(), one.getValue().asText()));
        wanted.remove("host");
        wanted.put("authorization", vector.get("authorization").asText());
        assertEquals(wanted, headers);
    }

    @Test
    void aSecurityTokenIsSentAndSigned() {
        Map<String, String> headers = new V3Signature(access("secret", Optional.of("token-1")))
                .headers(new V3Signature.Call("host", "A", "1", ""), Instant.EPOCH, "n");
        assertEquals("token-1", headers.get("x-acs-security-token"));
        assertEquals(
                "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version",
                headers.get("authorization").replaceAll(".*SignedHeaders=(.*),Signature=.*", "$1"));
    }

    @Test
    void theQueryIsEncodedAsTheRfcSays() {
        assertEquals(
                "A%20b=%2A~-_.%2B%26&InstanceIds=%5B%22i-1%22%5D",
                Signing.query(new TreeMap<>(Map.of("InstanceIds", "[\"i-1\"]", "A b", "*~-_.+&"))));
    }

    @Test
    void everyProductIsAskedWhereItAnswers() {
        assertEquals("ecs.cn-hangzhou.aliyuncs.com", Product.ECS.host("cn-hangzhou"));
        assertEquals("rds.aliyuncs.com", Product.RDS.host("cn-hangzhou"));
        assertEquals("slb.eu-central-1.aliyuncs.com", Product.SLB.host("eu-central-1"));
    }

    private static Access access(String secret, Optional<String> token) {
        return new Access("testid", secret, token, Optional.empty());
    }
}
