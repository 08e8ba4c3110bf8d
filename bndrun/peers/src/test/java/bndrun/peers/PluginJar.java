package bndrun.peers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Bundle jars for the running product: the generator as a stranger's plugin {@code acme:widget}, and others. */
final class PluginJar {

    static final String KEY = "acme:widget";

    private static final String GENERATOR = "jar/provider.sample-";

    private PluginJar() {}

    /** The generator as it is in the product, under another name, key and version. */
    static byte[] widget(Path app, String version) throws IOException {
        try (JarFile product = new JarFile(app.toFile())) {
            JarEntry generator = product.stream()
                    .filter(entry -> entry.getName().startsWith(GENERATOR))
                    .findFirst()
                    .orElseThrow();
            return renamed(product.getInputStream(generator).readAllBytes(), version);
        }
    }

    private static byte[] renamed(byte[] generator, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(generator))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Name("Bundle-SymbolicName"), "provider.acme");
            manifest.getMainAttributes().put(new Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(renamed(entry.getName(), in.readAllBytes(), version));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] renamed(String name, byte[] content, String version) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.equals("manifest.yml")) {
            text = text.replaceFirst("(?m)^vendor: .*", "vendor: acme")
                    .replaceFirst("(?m)^provider_type: .*", "provider_type: widget")
                    .replaceFirst("(?m)^version: .*", "version: " + version);
        } else if (name.startsWith("OSGI-INF/")) {
            text = text.replace("value=\"sample\"", "value=\"acme\"")
                    .replace("value=\"generator\"", "value=\"widget\"");
        } else {
            return content;
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A plugin that needs what nobody has. */
    static byte[] broken() throws IOException {
        Manifest manifest = manifest("provider.broken");
        manifest.getMainAttributes().put(new Name("Import-Package"), "com.nowhere.to.be.found");
        return jar(
                manifest, "manifest.yml", "vendor: broken\nprovider_type: broken\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A bundle that writes down which bundles stop. */
    static byte[] recorder() throws IOException {
        Manifest manifest = manifest("event.recorder");
        manifest.getMainAttributes().put(new Name("Import-Package"), "org.osgi.framework");
        manifest.getMainAttributes().put(new Name("Bundle-Activator"), EventRecorder.class.getName());
        String path = EventRecorder.class.getName().replace('.', '/') + ".class";
        try (InputStream in = PluginJar.class.getClassLoader().getResourceAsStream(path)) {
            return jar(manifest, path, in.readAllBytes());
        }
    }

    private static Manifest manifest(String symbolicName) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Name("Bundle-ManifestVersion"), "2");
        manifest.getMainAttributes().put(new Name("Bundle-SymbolicName"), symbolicName);
        manifest.getMainAttributes().put(new Name("Bundle-Version"), "1.0.0");
        return manifest;
    }

    private static byte[] jar(Manifest manifest, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
