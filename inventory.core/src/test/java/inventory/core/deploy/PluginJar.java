package inventory.core.deploy;

import inventory.core.deploy.widget.WidgetProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds bundle jars of plugins, right and wrong ones. */
final class PluginJar {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private PluginJar(String symbolicName) {
        header("Manifest-Version", "1.0");
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
    }

    /** A plugin that works. */
    static PluginJar of(String key, String version) {
        return new PluginJar("provider." + key.split(":", 2)[0])
                .header("Bundle-Version", version)
                .header("Bundle-Activator", WidgetProvider.class.getName())
                .header("Import-Package", "inventory.api.provider,org.osgi.framework")
                .header("Offers", key)
                .classes()
                .entry("manifest.yml", manifest(key, version));
    }

    /** A bundle that is no plugin. */
    static PluginJar library(String symbolicName) {
        return new PluginJar(symbolicName).header("Bundle-Version", "1.0.0");
    }

    static String manifest(String key, String version) {
        return """
                vendor: %s
                provider_type: %s
                version: %s
                display_name: "%s"
                supported_resource_types: [virtual_machine]
                """.formatted(key.split(":", 2)[0], key.split(":", 2)[1], version, key);
    }

    PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    PluginJar imports(String more) {
        return header("Import-Package", headers.get("Import-Package") + "," + more);
    }

    PluginJar entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    byte[] bytes() {
        StringBuilder manifest = new StringBuilder();
        headers.forEach((name, value) ->
                manifest.append(name).append(": ").append(value).append('\n'));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("META-INF/MANIFEST.MF", manifest.toString().getBytes(StandardCharsets.UTF_8));
        all.putAll(entries);
        return Archives.zip(all);
    }

    private PluginJar classes() {
        for (String name : new String[] {"WidgetProvider", "WidgetProvider$1"}) {
            String path = "inventory/core/deploy/widget/" + name + ".class";
            try (InputStream in = PluginJar.class.getClassLoader().getResourceAsStream(path)) {
                entry(path, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }
}
