package inventory.core.deploy;

import inventory.core.registry.Manifest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plugin that was read and not yet installed.
 *
 * @param folder where its files lie
 * @param manifests one for each key; empty for a library
 * @param dependencies what its files name that other software has to bring, by sort
 */
record Candidate(Path folder, List<BundleJar> jars, List<Manifest> manifests, Map<String, Object> dependencies) {

    List<String> keys() {
        return manifests.stream().map(Manifest::key).toList();
    }

    /** @return the first manifest; empty for a library */
    Optional<Manifest> manifest() {
        return manifests.stream().findFirst();
    }

    boolean sharesKey(Collection<String> others) {
        return keys().stream().anyMatch(others::contains);
    }

    /** @return names this content: another build has another digest */
    String digest() {
        return jars.stream().map(BundleJar::digest).collect(Collectors.joining("+"));
    }

    /** @return symbolic names of its bundles */
    String bundles() {
        return jars.stream().map(BundleJar::symbolicName).collect(Collectors.joining(", "));
    }
}
