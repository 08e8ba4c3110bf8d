package bndrun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

class LauncherTest {

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void export() throws IOException {
        jar = folder.resolve("app.jar");
        export("1.0.0");
    }

    @Test
    void installsAndStartsTheBundlesAtTheirLevels() throws Exception {
        Framework framework = start();
        Bundle bundle = framework.getBundleContext().getBundle("jar/sample.jar");
        assertEquals(Bundle.ACTIVE, bundle.getState());
        assertEquals(2, bundle.adapt(BundleStartLevel.class).getStartLevel());
        assertEquals("127.0.0.1", framework.getBundleContext().getProperty("org.apache.felix.http.host"));
        assertEquals("4711", framework.getBundleContext().getProperty("org.osgi.service.http.port"));
        stop(framework);
    }

    @Test
    void keepsTheBundleCacheUntilTheJarChanges() throws Exception {
        Framework first = start();
        long installed = first.getBundleContext().getBundle("jar/sample.jar").getLastModified();
        stop(first);

        Framework again = start();
        assertEquals(
                installed, again.getBundleContext().getBundle("jar/sample.jar").getLastModified());
        stop(again);

        Path cache = folder.resolve("home/cache/" + new AppJar(jar).digest());
        assertTrue(Files.exists(cache));
        export("2.0.0");
        Framework updated = start();
        assertEquals(
                "2.0.0",
                updated.getBundleContext()
                        .getBundle("jar/sample.jar")
                        .getVersion()
                        .toString());
        stop(updated);
        assertTrue(Files.notExists(cache), "the cache of the old build");
    }

    @Test
    void installsAnewAfterAnInstallationThatWasCutShort() throws Exception {
        Framework first = start();
        long installed = first.getBundleContext().getBundle("jar/sample.jar").getLastModified();
        stop(first);
        Files.delete(folder.resolve("home/cache/" + new AppJar(jar).digest() + ".installed"));

        Framework again = start();
        assertNotEquals(
                installed, again.getBundleContext().getBundle("jar/sample.jar").getLastModified());
        stop(again);
    }

    @Test
    void givesTheFilesOfEtcToTheConfigurator() throws Exception {
        Home home = new Home(folder.resolve("home"));
        home.open();
        Files.writeString(folder.resolve("home/etc/http.json"), "{ \"http\": {\"port\": 1} }\n");
        Files.writeString(folder.resolve("home/etc/store.json"), "{}");
        home.close();
        Framework framework = start();
        assertEquals(
                "{\":configurator:symbolic-name\":\"etc\",\":configurator:version\":\"1.0.0\",\"http\": {\"port\": 1}}",
                framework.getBundleContext().getProperty("configurator.initial"));
        stop(framework);
    }

    private Framework start() throws Exception {
        Home home = new Home(folder.resolve("home"));
        home.open();
        Settings settings = Settings.of(List.of("--port", "4711"), Map.of());
        Framework framework = new Launcher(new AppJar(jar), home).start(settings);
        home.close();
        return framework;
    }

    private static void stop(Framework framework) throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        assertTrue(framework.getState() <= Bundle.RESOLVED, "stopped");
    }

    private void export(String version) throws IOException {
        String launcher = """
                launch.bundles=jar/sample.jar
                launch.runbundles.attrs=sample;version\\="1.0.0";startlevel\\=2
                felix.startlevel.bundle=20
                org.osgi.framework.startlevel.beginning=30
                org.apache.felix.http.host=127.0.0.1
                """;
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new ZipEntry("launcher.properties"));
            out.write(launcher.getBytes(StandardCharsets.ISO_8859_1));
            out.putNextEntry(new ZipEntry("jar/sample.jar"));
            out.write(bundle(version));
        }
    }

    private static byte[] bundle(String version) throws IOException {
        String headers = """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: sample
                Bundle-Version: %s
                """.formatted(version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, new Manifest(new ByteArrayInputStream(headers.getBytes(StandardCharsets.UTF_8))))
                .close();
        return bytes.toByteArray();
    }
}
