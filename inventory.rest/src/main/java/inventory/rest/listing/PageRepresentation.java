package inventory.rest.listing;

import java.util.List;
import java.util.Optional;

/**
 * The envelope of a listing.
 *
 * @param count rows of all pages
 * @param next absolute address of the page after this
 * @param previous absolute address of the page before this
 */
public record PageRepresentation(long count, Optional<String> next, Optional<String> previous, List<?> results) {}
