package inventory.rest.describe;

import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Query;
import inventory.api.query.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The parameters of a listing, as its fields make them. */
final class ListingParameters {
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private ListingParameters() {}

    static List<Map<String, Object>> of(Listing<?> listing) {
        List<Map<String, Object>> parameters = new ArrayList<>(own(listing));
        listing.fields().forEach(field -> parameters.add(filter(field)));
        for (Shorthand shorthand : listing.shorthands()) {
            listing.field(shorthand.field())
                    .map(field -> query(
                            shorthand.name(),
                            schema(field),
                            "The same as " + shorthand.field() + "__" + shorthand.lookup() + "."))
                    .ifPresent(parameters::add);
        }
        return parameters;
    }

    /** @return the parameter that picks fields of a row */
    static Map<String, Object> fields() {
        return query("fields", TEXT, "Only these top-level fields, separated by commas.");
    }

    private static List<Map<String, Object>> own(Listing<?> listing) {
        String orders = names(listing, Field::orderable);
        String searched = names(listing, Field::searchable);
        List<Map<String, Object>> own = new ArrayList<>();
        own.add(query("page", TEXT, "Number of the page, from 1, or last. Default: 1."));
        own.add(query(
                "page_size",
                Map.of(
                        "type",
                        "integer",
                        "minimum",
                        1,
                        "maximum",
                        Query.MAX_PAGE_SIZE,
                        "default",
                        Query.DEFAULT_PAGE_SIZE),
                "Rows of a page."));
        own.add(query(
                "cursor",
                TEXT,
                "Walks through everything without numbers: begin with an empty one, then follow next. Only in the "
                        + "default order, " + String.join(", ", listing.defaultOrder()) + "."));
        own.add(query(
                "ordering",
                TEXT,
                "Fields separated by commas, each with - in front for descending. order_by is the same. One of: "
                        + orders + "."));
        if (!searched.isEmpty()) {
            own.add(query("search", TEXT, "Words that must all be found, whatever the case, in: " + searched + "."));
        }
        own.add(fields());
        own.add(query(
                "format",
                Map.of("type", "string", "enum", List.of("json", "csv"), "default", "json"),
                "csv downloads all rows, or one page if page, page_size or cursor is given."));
        return own;
    }

    private static Map<String, Object> filter(Field field) {
        String name = field.kind() == Field.Kind.OBJECT ? field.name() + ".{key}" : field.name();
        return query(name, schema(field), field.description());
    }

    private static Map<String, Object> schema(Field field) {
        return switch (field.kind()) {
            case UUID -> Map.of("type", "string", "format", "uuid");
            case INTEGER -> Map.of("type", "integer", "format", "int64");
            case BOOLEAN -> Map.of("type", "boolean");
            case INSTANT -> Map.of("type", "string", "format", "date-time");
            case ENUM -> Map.of("type", "string", "enum", field.values());
            case TEXT, LIST, OBJECT -> TEXT;
        };
    }

    private static Map<String, Object> query(String name, Map<String, Object> schema, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", "query");
        parameter.put("description", description);
        parameter.put("schema", schema);
        return parameter;
    }

    private static String names(Listing<?> listing, Predicate<Field> which) {
        return listing.fields().stream().filter(which).map(Field::name).collect(Collectors.joining(", "));
    }
}
