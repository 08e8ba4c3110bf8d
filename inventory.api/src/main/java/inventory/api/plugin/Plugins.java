package inventory.api.plugin;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plugin registry. Thread-safe. Implemented by the core. */
@ProviderType
public interface Plugins {
    /** @return all plugins, ordered by key */
    List<Plugin> list(Caller caller);

    /**
     * One plugin.
     *
     * @throws InvalidInputException the key is not of the form {@code vendor:provider_type}
     * @throws NotFoundException no plugin has this key; the message names those that are there
     */
    Plugin get(Caller caller, String key);

    /** Looks at all bundles anew. @return as {@link #list} */
    List<Plugin> refresh(Caller caller);

    /**
     * Connects to every enabled provider with this key that the caller may see, each within the configured time limit.
     *
     * @return one result per provider; empty if there is none
     * @throws InvalidInputException as in {@link #get}
     * @throws NotFoundException as in {@link #get}
     */
    List<TestResult> test(Caller caller, String key);
}
