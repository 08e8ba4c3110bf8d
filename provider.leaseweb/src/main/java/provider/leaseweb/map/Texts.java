package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Values of the wire that may be null, absent or empty; each is null then, which leaves a field of the resource as it is. */
final class Texts {
    private Texts() {}

    static String text(JsonNode node) {
        String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    static Boolean flag(JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : null;
    }

    static Long whole(JsonNode node) {
        return node.isIntegralNumber() ? node.longValue() : null;
    }

    /** With and without a colon in the offset: both are in use. */
    static Instant time(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.asText().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Lower case with colons; colons, hyphens and dots are in use. */
    static String hardwareAddress(JsonNode node) {
        String digits = node.asText().replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{12}") ? digits.replaceAll("(..)(?!$)", "$1:") : null;
    }

    /** Without the length of its prefix. */
    static String address(JsonNode node) {
        String address = node.asText().replaceFirst("/.*", "");
        return address.matches("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*") ? address : null;
    }
}
