package inventory.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes one Java value of one JSON value, strictly: no text where a number is meant and the like, but for what clients are known to send. */
final class ValueReader {
    private final ObjectMapper mapper;

    ValueReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws WrongValueException the node is no value of the type */
    Object read(JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(node, generic.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return map(node);
        }
        if (type == String.class) {
            return text(node);
        } else if (type == Boolean.class || type == boolean.class) {
            return truth(node);
        } else if (type == Long.class || type == long.class) {
            return integer(node);
        } else if (type == UUID.class) {
            return uuid(node);
        } else if (type == Instant.class) {
            return instant(node);
        }
        return other(node, type);
    }

    /** @return what sort of JSON value it is, for a message */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new WrongValueException("Not a valid string.");
        }
        return storable(node.textValue());
    }

    private static Boolean truth(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return switch (node.isTextual() ? node.textValue().toLowerCase(Locale.ROOT) : "") {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongValueException("Must be a valid boolean: true or false.");
        };
    }

    /** Ids are sent as text by some scripts. */
    private static Long integer(JsonNode node) {
        try {
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return node.longValue();
            }
            return Long.valueOf(node.isTextual() ? node.textValue().strip() : "");
        } catch (NumberFormatException none) {
            throw new WrongValueException("A valid integer is required.");
        }
    }

    private static UUID uuid(JsonNode node) {
        try {
            String text = node.isTextual() ? node.textValue() : "";
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            // the same answer as for the short forms that Java reads
        }
        throw new WrongValueException("Must be a valid UUID.");
    }

    private static Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.isTextual() ? node.textValue() : "")
                    .toInstant();
        } catch (DateTimeException none) {
            throw new WrongValueException("Must be a time such as 2026-01-31T12:00:00Z.");
        }
    }

    private List<Object> list(JsonNode node, Type element) {
        if (!node.isArray()) {
            throw new WrongValueException("Must be a list, not " + kind(node) + ".");
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode each : node) {
            values.add(read(each, element));
        }
        return values;
    }

    private Map<?, ?> map(JsonNode node) {
        if (!node.isObject()) {
            throw new WrongValueException("Must be an object, not " + kind(node) + ".");
        }
        check(node);
        return mapper.convertValue(node, Map.class);
    }

    private Object other(JsonNode node, Type type) {
        check(node);
        try {
            return mapper.convertValue(node, mapper.constructType(type));
        } catch (IllegalArgumentException none) {
            throw new WrongValueException("Not a valid value.");
        }
    }

    private static void check(JsonNode node) {
        if (node.isTextual()) {
            storable(node.textValue());
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new WrongValueException("A number is too large.");
        }
        node.fieldNames().forEachRemaining(ValueReader::storable);
        node.forEach(ValueReader::check);
    }

    /** Databases store neither the null character nor half a pair of surrogates. */
    private static String storable(String text) {
        boolean bad = text.codePoints().anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
        if (bad) {
            throw new WrongValueException("Null characters and lone surrogates are not allowed.");
        }
        return text;
    }
}
