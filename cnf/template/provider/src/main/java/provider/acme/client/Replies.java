package provider.acme.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the system said: just now, or when it was recorded. */
final class Replies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    static JsonNode parse(String text) throws ProviderException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProviderException(FailureKind.MALFORMED, "The answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String recorded(String file) {
        try (InputStream reply = Replies.class.getResourceAsStream(file)) {
            return new String(reply.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
