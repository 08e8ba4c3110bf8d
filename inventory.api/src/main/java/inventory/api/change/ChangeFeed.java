package inventory.api.change;

import inventory.api.InvalidInputException;
import inventory.api.identity.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All changes in the order in which they became visible. Each consumer keeps its own cursor. Thread-safe. */
@ProviderType
public interface ChangeFeed {
    /** The cursor before the first change. */
    String START = "";

    /**
     * Changes after a cursor, oldest first, of what the caller may see.
     *
     * @param cursor {@link #START} or the cursor of the last change that was handled
     * @param limit 1 to 10,000
     * @return at most {@code limit}; empty when there is nothing new
     * @throws InvalidInputException this is no cursor of the feed
     */
    List<Change> read(Caller caller, String cursor, int limit);

    /** @return the cursor of the newest change; {@link #START} if there is none */
    String end();
}
