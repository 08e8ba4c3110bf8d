package inventory.rest.describe;

import inventory.api.query.Field;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.rest.json.Json;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** JSON schemas of Java types, as the JSON provider writes and reads them. Records are described once and referred to. */
final class Schemas {
    private static final Map<Type, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number", "format", "double")),
            Map.entry(Double.class, Map.of("type", "number", "format", "double")));

    private final Map<String, Object> known = new TreeMap<>();

    /** @return all records met so far, by name */
    Map<String, Object> components() {
        return known;
    }

    /** @return the schema of a type, or a reference to it */
    Map<String, Object> of(Type type) {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        } else if (type instanceof ParameterizedType generic) {
            return generic(generic);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            return record(record);
        }
        return Map.of();
    }

    private Map<String, Object> generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            Map<String, Object> schema = new LinkedHashMap<>(of(arguments[0]));
            schema.put("nullable", true);
            return schema;
        } else if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        } else if (raw == Page.class) {
            return page((Class<?>) arguments[0]);
        } else if (Map.class.isAssignableFrom(raw)) {
            Map<String, Object> values = of(arguments[1]);
            return Map.of("type", "object", "additionalProperties", values.isEmpty() ? true : values);
        }
        return Map.of();
    }

    private Map<String, Object> record(Class<?> type) {
        String name = type.getSimpleName().replace("Representation", "");
        if (!known.containsKey(name)) {
            Map<String, Object> schema = new LinkedHashMap<>();
            known.put(name, schema);
            Map<String, Object> properties = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                String field = Json.snakeCase(component.getName());
                properties.put(field, described(component, field, of(component.getGenericType())));
            }
            schema.put("type", "object");
            schema.put("properties", properties);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** What listings know of their rows' fields; of those of other rows, what is written beside them. */
    private static Map<String, Object> described(RecordComponent component, String name, Map<String, Object> schema) {
        Schema written = component.getAccessor().getAnnotation(Schema.class);
        if (written != null) {
            // A reference stands alone: what is beside it does not count.
            Map<String, Object> noted =
                    new LinkedHashMap<>(schema.containsKey("$ref") ? Map.of("allOf", List.of(schema)) : schema);
            noted.put("description", written.description());
            return noted;
        }
        Optional<Field> field = Listings.ALL.stream()
                .filter(listing -> listing.rowType() == component.getDeclaringRecord())
                .findFirst()
                .flatMap(listing -> listing.field(name));
        if (field.isEmpty()) {
            return schema;
        }
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", field.get().description());
        if (field.get().kind() == Field.Kind.ENUM) {
            described.put("enum", field.get().values());
        }
        return described;
    }

    /** @return the envelope around rows of a list */
    Map<String, Object> page(Class<?> row) {
        String name = row.getSimpleName().replace("Representation", "") + "Page";
        if (!known.containsKey(name)) {
            Map<String, Object> link = Map.of("type", "string", "format", "uri", "nullable", true);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("count", of(long.class));
            properties.put("next", link);
            properties.put("previous", link);
            properties.put("results", Map.of("type", "array", "items", of(row)));
            known.put(
                    name,
                    Map.of("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** @return the schema of a record's body with what its annotation adds, described in place */
    Map<String, Object> body(Class<?> type, Set<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>(of(type));
        return required.isEmpty()
                ? schema
                : Map.of("allOf", List.of(schema, Map.of("required", List.copyOf(required))));
    }
}
