package provider.alicloud.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads fields as Alibaba Cloud writes them: absence is an empty text, and every list is wrapped in an object. */
record Fields(JsonNode item) {
    /** Null if it is absent or empty. */
    String text(String path) {
        String text = item.at("/" + path).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    /** Null if it is absent. */
    Long number(String path) {
        JsonNode value = item.at("/" + path);
        return value.isIntegralNumber() ? Long.valueOf(value.asLong()) : null;
    }

    /** Null if it is absent. */
    Boolean flag(String path) {
        JsonNode value = item.at("/" + path);
        return value.isBoolean() ? Boolean.valueOf(value.asBoolean()) : null;
    }

    /** Null if it is absent or no time; seconds may be left out. */
    Instant time(String path) {
        return instant(first(text(path), ""));
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The texts of a list, without empty ones. */
    List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : item.at("/" + path)) {
            if (!each.asText("").isBlank()) {
                texts.add(each.asText().strip());
            }
        }
        return texts;
    }

    /** The objects of a list. */
    List<Fields> each(String path) {
        List<Fields> all = new ArrayList<>();
        item.at("/" + path).forEach(one -> all.add(new Fields(one)));
        return all;
    }

    /** ECS and SLB call them TagKey and TagValue, VPC Key and Value. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Fields tag : each("Tags/Tag")) {
            String key = first(tag.text("TagKey"), tag.text("Key"));
            if (key != null) {
                tags.put(key, first(first(tag.text("TagValue"), tag.text("Value")), ""));
            }
        }
        return tags;
    }

    static String first(String one, String other) {
        return one == null ? other : one;
    }
}
