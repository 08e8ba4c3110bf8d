package inventory.core.deploy;

import inventory.core.registry.Manifest;
import java.util.Optional;

/**
 * A plugin that is there as a file and does not run.
 *
 * @param manifest empty if the file gives none
 * @param bundles symbolic names; the file's name if it gives none
 * @param reason for a person
 */
record Failure(Origin origin, Optional<Manifest> manifest, String bundles, String reason) {

    static Failure of(Origin origin, Optional<Candidate> read, String reason) {
        return new Failure(
                origin,
                read.flatMap(Candidate::manifest),
                read.map(Candidate::bundles).orElse(origin.name()),
                reason);
    }

    /** @return the same with a sentence more */
    Failure because(String more) {
        return new Failure(origin, manifest, bundles, reason + more);
    }

    /** @return key of the manifest, else name of the file */
    String key() {
        return manifest.map(Manifest::key).orElse(origin.name());
    }
}
