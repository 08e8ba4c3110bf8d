package inventory.core.query;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Query;
import inventory.api.query.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a query against its listing. All that is wrong is said at once, each under the name of its parameter.
 *
 * <p>Bounds: {@value #MAX_FILTERS} filter values, {@value #MAX_WORDS} words of a search, {@value ValueReader#MAX_LENGTH} characters of
 * a value, {@value ValueReader#MAX_IN} values behind {@code in}, {@value #MAX_KEY} characters of a key behind a dot.
 */
public final class QueryReader {
    private static final int MAX_FILTERS = 50;
    private static final int MAX_WORDS = 20;
    private static final int MAX_KEY = 200;

    private final Listing<?> listing;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final List<Condition> all = new ArrayList<>();
    private final List<Condition> any = new ArrayList<>();

    private QueryReader(Listing<?> listing) {
        this.listing = listing;
    }

    /**
     * @throws InvalidInputException names each parameter that is wrong, and what would be right
     * @throws NotFoundException a page below 1
     */
    public static Criteria read(Listing<?> listing, Query query) {
        return new QueryReader(listing).read(query);
    }

    /**
     * Reads an id as typed.
     *
     * @param field the listing's {@code id}
     * @return a {@code UUID} or a {@code Long}; empty if the text is no such id
     */
    public static Optional<Object> id(Field field, String text) {
        try {
            return Optional.of(ValueReader.read(field, Lookup.EXACT, text).get(0));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Criteria read(Query query) {
        filters(query.filters());
        List<String> words = words(query.search());
        List<Order> order = order(query.order());
        Optional<Cursor> after = query.cursor().flatMap(cursor -> position(cursor, query.order()));
        if (query.pageSize() < 1 || query.pageSize() > Query.MAX_PAGE_SIZE) {
            wrong("page_size", "'" + query.pageSize() + "' is not a number from 1 to " + Query.MAX_PAGE_SIZE + ".");
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        if (query.page() < 1 && query.cursor().isEmpty()) {
            throw new NotFoundException("Invalid page.");
        }
        int page = query.cursor().isPresent() ? 1 : query.page();
        return new Criteria(all, any, words, order, query.order().isEmpty(), after, page, query.pageSize());
    }

    private void filters(Map<String, List<String>> filters) {
        if (filters.values().stream().mapToInt(List::size).sum() > MAX_FILTERS) {
            wrong(InvalidInputException.WHOLE, "More than " + MAX_FILTERS + " filters.");
            return;
        }
        new TreeMap<>(filters).forEach(this::filter);
    }

    private void filter(String name, List<String> values) {
        Optional<Parameter> found = Parameter.of(listing, name);
        if (found.isEmpty()) {
            wrong(ValueReader.shortened(name), unknown(name));
            return;
        }
        Parameter parameter = found.get();
        Field field = parameter.field();
        if (!Lookup.of(field.kind()).contains(parameter.lookup())) {
            wrong(name, "No such look-up on " + field.name() + ". Known: " + lookups(field) + ".");
        } else if (parameter.key().length() > MAX_KEY || parameter.key().indexOf('\0') >= 0) {
            wrong(
                    ValueReader.shortened(name),
                    "No key: longer than " + MAX_KEY + " characters, or with the character NUL.");
        } else {
            values.forEach(value -> condition(name, parameter, value));
        }
    }

    private void condition(String name, Parameter parameter, String value) {
        try {
            List<Object> read = ValueReader.read(parameter.field(), parameter.lookup(), value);
            (parameter.alternative() ? any : all)
                    .add(new Condition(
                            parameter.field(), parameter.key(), parameter.lookup(), read, parameter.negated()));
        } catch (IllegalArgumentException e) {
            wrong(name, e.getMessage());
        }
    }

    private List<String> words(String search) {
        try {
            ValueReader.check(search);
        } catch (IllegalArgumentException e) {
            wrong("search", e.getMessage());
            return List.of();
        }
        List<String> words = Stream.of(search.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MAX_WORDS) {
            wrong("search", "More than " + MAX_WORDS + " words.");
        }
        return words;
    }

    private List<Order> order(List<String> wanted) {
        List<String> names = wanted.isEmpty() ? listing.defaultOrder() : wanted;
        List<Order> order = new ArrayList<>();
        for (String name : names) {
            Order step = Order.of(name);
            if (!wanted.isEmpty()
                    && listing.field(step.field()).filter(Field::orderable).isEmpty()) {
                wrong("ordering", "Cannot order by '" + ValueReader.shortened(name) + "'. Known: " + orderable() + ".");
            } else if (order.stream().noneMatch(each -> each.field().equals(step.field()))) {
                order.add(step);
            }
        }
        String id = Order.last(listing).field();
        if (!order.isEmpty() && order.stream().noneMatch(each -> each.field().equals(id))) {
            order.add(new Order(id, order.get(order.size() - 1).descending()));
        }
        return order;
    }

    private Optional<Cursor> position(String cursor, List<String> wanted) {
        if (!wanted.isEmpty()) {
            wrong("cursor", "A cursor works only in the listing's own order: leave out the ordering.");
            return Optional.empty();
        }
        Optional<Cursor> position =
                Cursor.read(listing.name(), listing.defaultOrder().size(), cursor);
        if (position.isEmpty()) {
            wrong("cursor", "'" + ValueReader.shortened(cursor) + "' is not a cursor of this list.");
        }
        return position;
    }

    private void wrong(String parameter, String reason) {
        errors.computeIfAbsent(parameter, name -> new ArrayList<>()).add(reason);
    }

    private String unknown(String name) {
        int cut = name.lastIndexOf("__");
        Optional<Parameter> front = cut < 0 ? Optional.empty() : Parameter.of(listing, name.substring(0, cut));
        if (front.isPresent() && front.get().lookup() == Lookup.EXACT) {
            Field field = front.get().field();
            return "No such look-up on " + field.name() + ". Known: " + lookups(field) + ".";
        }
        Stream<String> fields = listing.fields().stream()
                .map(field -> field.kind() == Field.Kind.OBJECT ? field.name() + ".<key>" : field.name());
        Stream<String> shorthands = listing.shorthands().stream().map(Shorthand::name);
        return "Unknown parameter. Known: "
                + Stream.concat(fields, shorthands).sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static String lookups(Field field) {
        return Lookup.of(field.kind()).stream().map(Lookup::slug).collect(Collectors.joining(", "));
    }

    private String orderable() {
        return listing.fields().stream()
                .filter(Field::orderable)
                .map(Field::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
