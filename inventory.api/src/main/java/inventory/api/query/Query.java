package inventory.api.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a listing is wanted.
 *
 * <p>A filter's name is a field's name, a field's name with a look-up ({@code name__icontains}; exact, iexact, contains, icontains,
 * startswith, istartswith, endswith, iendswith, gt, gte, lt, lte, in, isnull), a {@link Shorthand}, or one of these behind {@code
 * not__}, {@code or__} or {@code or__not__}. All filters must hold; of those behind {@code or__}, one. Several values of one name:
 * each must hold.
 *
 * @param filters name → values as typed
 * @param search words, each of which must be found in one of the searchable fields, whatever the case; empty: no search
 * @param order field names, {@code -} first for descending; empty: the listing's own order
 * @param page 1-based; ignored when there is a cursor
 * @param pageSize 1 to 1,000
 * @param cursor {@link Page#nextCursor()} of the page before; only in the listing's own order
 */
public record Query(
        Map<String, List<String>> filters,
        String search,
        List<String> order,
        int page,
        int pageSize,
        Optional<String> cursor) {
    /** Rows of a page unless asked otherwise. */
    public static final int DEFAULT_PAGE_SIZE = 25;
    /** The most rows of a page. */
    public static final int MAX_PAGE_SIZE = 1000;

    public Query {
        filters = Map.copyOf(filters);
        order = List.copyOf(order);
    }

    /** The first page of everything. */
    public static Query all() {
        return new Query(Map.of(), "", List.of(), 1, DEFAULT_PAGE_SIZE, Optional.empty());
    }

    /** The same with one more filter. */
    public Query with(String name, Object value) {
        Map<String, List<String>> more = new LinkedHashMap<>(filters);
        more.put(name, List.of(value.toString()));
        return new Query(more, search, order, page, pageSize, cursor);
    }

    /** The same with another page. */
    public Query page(int number, int size) {
        return new Query(filters, search, order, number, size, cursor);
    }
}
