package inventory.rest.listing;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.query.Query;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedMap;

/**
 * What the parameters of a listing ask for.
 *
 * @param lastPage the page is the last one, whichever number that is
 * @param keyset a walk by cursor, the first step of which has an empty one
 * @param onePage the client has said how much it wants, so that a download holds just that
 * @param fields the only ones wanted; empty: all
 */
public record ListingRequest(
        Query query, boolean lastPage, boolean keyset, boolean onePage, List<String> fields, Format format) {
    /** How rows are written. */
    public enum Format {
        JSON,
        CSV
    }

    /** Parameters of the listing itself; all others are filters. */
    public static final Set<String> OWN =
            Set.of("page", "page_size", "cursor", "ordering", "order_by", "order", "search", "fields", "format");

    private static final int MOST_DIGITS = 9;

    /**
     * @throws InvalidInputException a value is none
     * @throws NotFoundException the page is no number above 0
     */
    public static ListingRequest of(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!OWN.contains(name)) {
                filters.put(name, List.copyOf(values));
            }
        });
        Optional<String> cursor = first(parameters, "cursor");
        String page = first(parameters, "page").orElse("1");
        boolean last = page.equals("last");
        boolean onePage = Stream.of("page", "page_size", "cursor").anyMatch(parameters::containsKey);
        Format format = format(parameters);
        int usualSize = format == Format.CSV && !onePage ? Query.MAX_PAGE_SIZE : Query.DEFAULT_PAGE_SIZE;
        Query query = new Query(
                filters,
                String.join(" ", parameters.getOrDefault("search", List.of())),
                order(parameters),
                last ? 1 : page(page),
                first(parameters, "page_size").map(ListingRequest::pageSize).orElse(usualSize),
                cursor.filter(text -> !text.isEmpty()));
        return new ListingRequest(query, last, cursor.isPresent(), onePage, split(parameters, "fields"), format);
    }

    /** The same for other filters, which narrow it further. */
    public ListingRequest narrowed(Map<String, String> fixed) {
        Map<String, List<String>> filters = new LinkedHashMap<>(query.filters());
        fixed.forEach((name, value) -> filters.merge(
                name,
                List.of(value),
                (typed, own) -> Stream.concat(typed.stream(), own.stream()).toList()));
        return with(new Query(filters, query.search(), query.order(), query.page(), query.pageSize(), query.cursor()));
    }

    /** The same for another query. */
    ListingRequest with(Query other) {
        return new ListingRequest(other, lastPage, keyset, onePage, fields, format);
    }

    private static List<String> order(MultivaluedMap<String, String> parameters) {
        return Stream.of("ordering", "order_by", "order")
                .map(name -> split(parameters, name))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static int page(String text) {
        if (!isNumber(text) || Integer.parseInt(text) < 1) {
            throw new NotFoundException("Invalid page.");
        }
        return Integer.parseInt(text);
    }

    private static int pageSize(String text) {
        int size = isNumber(text) ? Integer.parseInt(text) : 0;
        if (size < 1 || size > Query.MAX_PAGE_SIZE) {
            throw InvalidInputException.of("page_size", "Must be a number from 1 to " + Query.MAX_PAGE_SIZE + ".");
        }
        return size;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Format format(MultivaluedMap<String, String> parameters) {
        return switch (first(parameters, "format").orElse("json")) {
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            default -> throw InvalidInputException.of("format", "Must be json or csv.");
        };
    }

    private static Optional<String> first(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    private static List<String> split(MultivaluedMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
