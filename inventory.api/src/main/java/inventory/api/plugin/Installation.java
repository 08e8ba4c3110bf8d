package inventory.api.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an installation has done.
 *
 * @param plugin the plugin as it serves now
 * @param replacedVersion the version that served its key before; empty if there was none
 * @param dependencies what became of the files that name other software, by sort: {@code python}, {@code collections}, {@code system}
 * @param warnings what a person should look at although it works; may be empty
 */
public record Installation(
        Plugin plugin, Optional<String> replacedVersion, Map<String, String> dependencies, List<String> warnings) {}
