package provider.ovh.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void isThatOfTheVectors() throws Exception {
        JsonNode vectors;
        try (InputStream in = SignatureTest.class.getResourceAsStream("/provider/ovh/signatures.json")) {
            vectors = new ObjectMapper().readTree(in).path("vectors");
        }
        assertEquals(4, vectors.size());
        for (JsonNode vector : vectors) {
            Credentials.Application keys = new Credentials.Application(
                    "any",
                    vector.path("appSecret").asText(),
                    vector.path("consumerKey").asText());
            assertEquals(
                    vector.path("X-Ovh-Signature").asText(),
                    new Signature(keys, vector.path("timestamp").asLong())
                            .of(
                                    vector.path("method").asText(),
                                    vector.path("url").asText(),
                                    vector.path("body").asText()));
        }
    }

    @Test
    void theBucketIsNamedWithoutTheKey() {
        Credentials.Application keys = new Credentials.Application("app", "secret-of-app", "consumer-key");
        assertTrue(keys.account().matches("app/[0-9a-f]{8}"), keys.account());
        assertEquals("an application", keys.toString());
        assertEquals("service account id", new Credentials.ServiceAccount("id", "hidden", "url").toString());
    }
}
