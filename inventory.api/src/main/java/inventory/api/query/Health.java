package inventory.api.query;

import java.util.Map;

/**
 * Whether the product can work.
 *
 * @param healthy all checks are {@code ok}
 * @param checks check name → {@code ok} or {@code error: …} for a person, without credentials
 */
public record Health(boolean healthy, Map<String, String> checks) {}
