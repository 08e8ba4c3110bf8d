package provider.ovh.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.Map;

/** JSON as it is on the wire. */
final class Replies {
    static final JsonNode NOTHING = MissingNode.getInstance();
    static final JsonNode NULL = NullNode.getInstance();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    static JsonNode parse(String text) throws ProviderException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProviderException(FailureKind.MALFORMED, "The answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String written(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
