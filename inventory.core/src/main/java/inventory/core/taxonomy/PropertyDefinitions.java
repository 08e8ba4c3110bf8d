package inventory.core.taxonomy;

import inventory.api.UnavailableException;
import java.util.List;

/** Keeps what plugins say about the properties that they write. Thread-safe. */
public interface PropertyDefinitions {
    /**
     * A documented key of {@code properties}. Empty texts mean: not said.
     *
     * @param resourceType slug of a type
     * @param key at most 128 characters
     * @param valueType {@code string}, {@code integer}, {@code float}, {@code boolean}, {@code datetime} or {@code json}
     * @param example at most 512 characters
     */
    record Definition(
            String resourceType,
            String key,
            String name,
            String description,
            String valueType,
            boolean required,
            String example) {}

    /**
     * Stores the definitions of one vendor. What is stored already is not written again; definitions that are no longer named stay,
     * since another plugin of the same vendor may have named them and resources may still carry the key.
     *
     * @throws IllegalArgumentException a type that the taxonomy does not know; nothing was stored
     * @throws UnavailableException the store cannot be reached
     */
    void seed(String vendor, List<Definition> definitions);
}
