package inventory.api.plugin;

import java.io.InputStream;

/**
 * A plugin as it is handed in: a bundle jar, or a {@code .tar.gz}, {@code .tar} or {@code .zip} with {@code manifest.yml} and bundle
 * jars. What it is shows its content, not its name.
 *
 * @param name for messages and as the name of the stored file; a path in front of it is dropped
 * @param content read once, to its end unless it is refused before; the caller closes it
 */
public record PluginFile(String name, InputStream content) {}
