package inventory.api.plugin;

import java.util.UUID;

/**
 * Whether one provider's connection works.
 *
 * @param message for a person: as whom it is connected, or what failed and what to do
 */
public record TestResult(UUID providerId, String providerName, String pluginKey, boolean success, String message) {}
