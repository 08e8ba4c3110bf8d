package inventory.core.query;

import java.util.List;
import java.util.Optional;

/**
 * A query as the store understands it: every name known, every value of its type.
 *
 * @param all each must hold
 * @param any one must hold; nothing is asked if there are none
 * @param words each must be found in one of the searchable fields, whatever the case
 * @param order ends with the id, so that no two rows are equal in it
 * @param ownOrder whether this is the listing's own order, in which cursors work
 * @param after where the walk stands; empty: this is no walk
 * @param page 1-based; 1 if there is a cursor
 */
public record Criteria(
        List<Condition> all,
        List<Condition> any,
        List<String> words,
        List<Order> order,
        boolean ownOrder,
        Optional<Cursor> after,
        int page,
        int pageSize) {
    public Criteria {
        all = List.copyOf(all);
        any = List.copyOf(any);
        words = List.copyOf(words);
        order = List.copyOf(order);
    }

    /** @return rows before the page */
    public long offset() {
        return (page - 1L) * pageSize;
    }

    /** @return whether it asks for some rows only */
    public boolean narrows() {
        return !all.isEmpty() || !any.isEmpty() || !words.isEmpty();
    }

    /** @return whether a condition on this field is among them */
    public boolean asksFor(String field) {
        return all.stream().anyMatch(each -> each.field().name().equals(field))
                || any.stream().anyMatch(each -> each.field().name().equals(field));
    }
}
