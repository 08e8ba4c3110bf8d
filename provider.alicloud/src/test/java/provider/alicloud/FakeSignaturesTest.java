package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The fake takes what {@code aliyun-java-sdk-core:4.7.10} signed, and nothing else. */
class FakeSignaturesTest {
    @Test
    void theOlderSignatureOfTheVendorsSdkIsTaken() throws Exception {
        JsonNode vector =
                new ObjectMapper().readTree(FakeSignaturesTest.class.getResourceAsStream("/alicloud/v1.json"));
        Map<String, String> parameters = new TreeMap<>();
        vector.get("params")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        parameters.put("Signature", vector.get("signature").asText());
        assertEquals("GET", vector.get("method").asText());
        assertTrue(
                FakeSignatures.v1Matches("GET", parameters, vector.get("secret").asText()));
        parameters.put("PageNumber", "2");
        assertFalse(
                FakeSignatures.v1Matches("GET", parameters, vector.get("secret").asText()));
    }
}
