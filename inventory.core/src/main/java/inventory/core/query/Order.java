package inventory.core.query;

import inventory.api.query.Listing;

/**
 * One step of an order.
 *
 * @param field name of the field
 */
public record Order(String field, boolean descending) {
    /** Reads {@code name} or {@code -name}. */
    static Order of(String text) {
        return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
    }

    /** @return the last step of a listing's own order: the id, which no two rows share */
    static Order last(Listing<?> listing) {
        return of(listing.defaultOrder().get(listing.defaultOrder().size() - 1));
    }
}
