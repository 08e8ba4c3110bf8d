package inventory.rest.listing;

import inventory.api.query.Page;
import java.util.List;
import java.util.Optional;

/**
 * The envelope of a listing.
 *
 * @param count rows of all pages
 * @param next absolute address of the page after this
 * @param previous absolute address of the page before this
 */
public record PageRepresentation(long count, Optional<String> next, Optional<String> previous, List<?> results) {
    /** @param rows of the page, as they are shown */
    static PageRepresentation of(ListingRequest request, Page<?> page, List<?> rows, PageLinks links) {
        return new PageRepresentation(page.count(), links.next(request, page), links.previous(request), rows);
    }
}
