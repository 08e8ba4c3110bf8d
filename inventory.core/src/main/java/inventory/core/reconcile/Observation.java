package inventory.core.reconcile;

import inventory.api.resource.ResourceData;
import java.util.List;

/**
 * A record that is fit to be stored.
 *
 * @param data as it is stored: a name, a state of the taxonomy, texts that every database takes
 * @param fingerprint over everything but the metrics
 * @param metricsFingerprint over the metrics; 0 if there are none
 * @param size bytes of its canonical form
 * @param warnings what was mended
 */
public record Observation(
        ResourceData data, Bits128 fingerprint, long metricsFingerprint, int size, List<String> warnings) {}
