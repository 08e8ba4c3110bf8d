package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.util.Map;
import java.util.Optional;

/** A registered provider service as far as it can be known without activating it. */
public interface PluginService {
    /** What the location of a bundle begins with that came as a plugin, and not with the product. */
    String DEPLOYED = "plugin:";

    /** @return grows with each registration */
    long id();

    int ranking();

    /** @return the service properties */
    Map<String, Object> properties();

    /** @return symbolic name of the bundle */
    String bundle();

    /** @return id of the bundle; negative if it is gone */
    long bundleId();

    /** @return whether the bundle came as a plugin, and not with the product */
    boolean deployed();

    /** @return the text of {@code manifest.yml}, read anew at each call; empty if the bundle has none */
    Optional<String> manifest();

    /** @return what the bundle needs: {@code packages} it imports, {@code embedded} libraries */
    Map<String, Object> dependencies();

    /** @return the service, activated if it was not; empty if it is gone. Each one is given back. */
    Optional<BaseProvider> get();

    void giveBack(BaseProvider provider);
}
