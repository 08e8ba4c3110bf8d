package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** What a call was answered with. */
record Answer(int status, HttpHeaders headers, String text) {
    private static final JsonMapper MAPPER = new JsonMapper();

    JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (IOException noJson) {
            throw new UncheckedIOException(text, noJson);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The same, if it has the status. */
    Answer expect(int expected) {
        assertEquals(expected, status, text);
        return this;
    }

    /** The detail of an error, which has all members of problem+json and shows nothing of the inside. */
    String problem(int expected) {
        expect(expected);
        assertEquals("application/problem+json", header("Content-Type"));
        assertEquals(expected, json().path("status").intValue());
        assertEquals("about:blank", json().path("type").textValue());
        assertFalse(json().path("title").textValue().isBlank());
        assertFalse(text.contains("Exception") || text.contains("\tat ") || text.contains("inventory."), text);
        return json().path("detail").textValue();
    }
}
