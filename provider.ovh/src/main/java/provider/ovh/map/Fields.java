package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads single fields of an answer. Null and missing are the same: absent. */
final class Fields {
    private Fields() {}

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText("")));
        return texts;
    }

    static Integer integer(JsonNode node, String field) {
        return node.path(field).isInt() ? node.path(field).intValue() : null;
    }

    /** A day, or a time with its zone; null if it is neither. */
    static Instant time(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Sets properties from texts, numbers and booleans; pairs of property and field. */
    static void properties(ResourceData.Builder to, JsonNode from, String... pairs) {
        for (int at = 0; at < pairs.length; at += 2) {
            JsonNode value = from.path(pairs[at + 1]);
            if (value.isBoolean()) {
                to.property(pairs[at], value.booleanValue());
            } else if (value.isIntegralNumber()) {
                to.property(pairs[at], value.longValue());
            } else if (!value.asText("").isBlank()) {
                to.property(pairs[at], value.asText());
            }
        }
    }

    /** {@code {"unit": "GB", "value": 960}} in MiB; OVH counts memory in powers of 1024 and so do we. */
    static long mebibytes(JsonNode size) {
        long value = size.path("value").asLong(0);
        return switch (text(size, "unit")) {
            case "TB" -> value << 20;
            case "GB" -> value << 10;
            case "KB" -> value >> 10;
            default -> value;
        };
    }
}
