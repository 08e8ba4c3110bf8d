package inventory.core.deploy;

import inventory.core.registry.Manifest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** A plugin that runs. */
record Deployment(Origin origin, Candidate content, List<Bundle> bundles) {

    List<String> keys() {
        return content.keys();
    }

    String version() {
        return content.manifest().map(Manifest::version).orElse("");
    }

    Set<Long> bundleIds() {
        return bundles.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
    }

    /** @return whether a bundle of it lost something that it needs */
    boolean unresolved() {
        return bundles.stream().anyMatch(bundle -> bundle.getState() == Bundle.INSTALLED);
    }

    /** @return whether all its bundles are as they were left; somebody may have stopped or uninstalled one */
    boolean isSound() {
        return bundles.stream().allMatch(bundle -> switch (bundle.getState()) {
            case Bundle.ACTIVE, Bundle.STARTING -> true;
            case Bundle.RESOLVED -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            default -> false;
        });
    }
}
