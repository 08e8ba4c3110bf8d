package inventory.api.query;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a listing.
 *
 * @param results in the order asked for
 * @param count how many rows all pages have together
 * @param hasNext whether a page follows
 * @param nextCursor for the next page of a keyset walk; empty on the last page and in other orders
 */
public record Page<T>(List<T> results, long count, boolean hasNext, Optional<String> nextCursor) {
    public Page {
        results = List.copyOf(results);
    }
}
