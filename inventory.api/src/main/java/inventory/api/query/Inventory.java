package inventory.api.query;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.api.resource.History;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the inventory. Every answer is narrowed to what the caller may see. Thread-safe. Implemented by the core.
 *
 * <p>Every method throws {@link UnavailableException} when the store cannot be reached.
 */
@ProviderType
public interface Inventory {
    /**
     * One page of a listing. A bounded number of database statements, whatever the page size.
     *
     * @throws InvalidInputException an unknown filter, look-up or order (the message names the known ones), or a value that is no
     *     value of its field
     * @throws NotFoundException the page does not exist: below 1 or behind the last (the first always exists)
     */
    <T> Page<T> list(Caller caller, Listing<T> listing, Query query);

    /**
     * One row, gone resources included.
     *
     * @param id as typed; what is no id of this listing is not found
     * @throws NotFoundException there is none, or not for this caller
     */
    <T> T get(Caller caller, Listing<T> listing, String id);

    /**
     * The life of one resource.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    History history(Caller caller, String resourceId);

    /**
     * Asks the database. Never throws; answers within the limit even if the database does not.
     *
     * @param limit more than zero
     */
    Health health(Duration limit);
}
