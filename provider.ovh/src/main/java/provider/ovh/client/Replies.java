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

    /** @param question of the answer, told where it cannot be parsed */
    static JsonNode parse(String question, String text) throws ProviderException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    question + " was answered with what is no JSON, from column "
                            + e.getLocation().getColumnNr() + " of line "
                            + e.getLocation().getLineNr() + " on.",
                    e);
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
