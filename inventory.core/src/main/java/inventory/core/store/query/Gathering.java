package inventory.core.store.query;

import inventory.core.query.Criteria;

/**
 * Decides how a page is found: by walking an index in the order asked for until the page is full, or by finding all rows first and
 * sorting them. The databases decide by guessing how many rows there are and that they lie evenly in the order; here their number is
 * known.
 */
final class Gathering {
    /** Sorting so many keys takes less than a tenth of a second. */
    private static final long CHEAP = 50_000;
    /** A walk through more than this part of an index costs more than reading the table once. */
    private static final long WALKED_AT_MOST = 2;

    private Gathering() {}

    static boolean pays(Criteria criteria, long count) {
        if (criteria.after().isPresent()) {
            return false;
        }
        boolean few = criteria.narrows() && count <= CHEAP;
        return few || count <= WALKED_AT_MOST * (criteria.offset() + criteria.pageSize());
    }
}
