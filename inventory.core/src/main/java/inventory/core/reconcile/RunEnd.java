package inventory.core.reconcile;

import inventory.api.resource.RunStatus;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param message for a person, at most {@value #LONGEST_MESSAGE} characters; empty if all went well
 * @param details as documented in {@code CollectionRun}
 * @param readSomething at least one scope was read to its end
 * @param collectorVersion of the plugin; empty if there was none
 */
public record RunEnd(
        RunStatus status,
        String message,
        Map<String, Object> details,
        boolean readSomething,
        String collectorVersion,
        RunReport report) {
    public static final int LONGEST_MESSAGE = 2000;

    /** The same end, with this number of removed resources. */
    public RunEnd removing(long removed) {
        return new RunEnd(status, message, details, readSomething, collectorVersion, report.removing(removed));
    }
}
