package inventory.core.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import inventory.api.LimitExceededException;
import inventory.api.plugin.PluginFile;
import inventory.core.deploy.Intake.Taken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is read as a plugin, and why the rest is refused; nothing ever lies outside of the folder, and nothing stays. */
class IntakeTest {
    private static final String KEY = "acme:widget";
    private static final long FILE = 200_000;
    private static final long UNPACKED = 1_000_000;
    private static final byte[] MANIFEST = bytes(PluginJar.manifest(KEY, "1.0.0"));
    private static final byte[] JAR = PluginJar.of(KEY, "1.0.0").bytes();
    private static final byte[] GOOD = Archives.tarGz(Map.of("manifest.yml", MANIFEST, "provider.jar", JAR));

    @TempDir
    Path folder;

    private Intake intake() {
        return new Intake(
                folder.resolve("staging"),
                new DeployLimits(FILE, UNPACKED, 50, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    private Candidate take(byte[] content) throws IOException {
        try (Taken taken = intake().take(new PluginFile("some/plugin.bin", new ByteArrayInputStream(content)))) {
            return taken.candidate();
        }
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(Files::isRegularFile).map(Path::toString).toList());
        }
    }

    @Test
    void takesJarsAndArchives() throws IOException {
        Map<String, byte[]> wrapped = new LinkedHashMap<>();
        wrapped.put("._noise", bytes("x"));
        wrapped.put("widget/manifest.yml", MANIFEST);
        wrapped.put("widget/provider.jar", JAR);
        wrapped.put("widget/._provider.jar", bytes("x"));
        wrapped.put("widget/requirements.txt", bytes("# for others\nboto3>=1.28  # SDK\n\n"));
        for (byte[] content : List.of(JAR, GOOD, Archives.tarGz(wrapped), Archives.zip(wrapped))) {
            Candidate candidate = take(content);
            assertEquals(List.of(KEY), candidate.keys());
            assertEquals(1, candidate.jars().size());
            assertEquals("provider.acme", candidate.bundles());
        }
        assertEquals(
                Map.of(
                        "python",
                        Map.of(
                                "file", "requirements.txt",
                                "entries", List.of("boto3>=1.28"),
                                "text", "# for others\nboto3>=1.28  # SDK\n\n")),
                take(Archives.zip(wrapped)).dependencies());
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        Map<String, byte[]> refused = new LinkedHashMap<>();
        refused.put("The submitted file is empty.", new byte[0]);
        refused.put("not a recognized archive", bytes("hello"));
        refused.put("rchive is not a ZIP archive", Arrays.copyOf(JAR, JAR.length / 2));
        refused.put("damaged or cut short: Unexpected end of ZLIB", Arrays.copyOf(GOOD, GOOD.length / 2));
        refused.put("unsafe path: ../../evil.jar", tar("../../evil.jar"));
        refused.put("unsafe path: a/../../evil.jar", tar("a/../../evil.jar"));
        refused.put("unsafe path: /tmp/evil.jar", tar("/tmp/evil.jar"));
        refused.put("unsafe path: C:/evil.jar", Archives.zip(Map.of("C:/evil.jar", new byte[1])));
        refused.put("unsafe path: a\\b", tar("a\\b"));
        refused.put("contains a link: ln", Archives.tarGz(new TarArchiveEntry("ln", TarConstants.LF_SYMLINK)));
        refused.put("contains a link: hard", Archives.tarGz(new TarArchiveEntry("hard", TarConstants.LF_LINK)));
        refused.put(
                "other than files and folders: dev", Archives.tarGz(new TarArchiveEntry("dev", TarConstants.LF_CHR)));
        refused.put(
                "other than files and folders: pipe",
                Archives.tarGz(new TarArchiveEntry("pipe", TarConstants.LF_FIFO)));
        refused.put(
                "missing required files: a bundle jar (*.jar), manifest.yml",
                Archives.tarGz(Map.of("readme.md", new byte[1])));
        refused.put("missing required files: manifest.yml", Archives.tarGz(Map.of("provider.jar", JAR)));
        refused.put(
                "provider.jar is no jar", Archives.tarGz(Map.of("manifest.yml", MANIFEST, "provider.jar", bytes("x"))));
        refused.put("Cannot parse manifest.yml", withManifest("a: [b"));
        refused.put("manifest.yml must be a mapping", withManifest("- a\n- b\n"));
        refused.put("missing required field: 'vendor'", withManifest("provider_type: widget\n"));
        refused.put("invalid provider_type 'x y'", withManifest("vendor: 7\nprovider_type: x y\n"));
        refused.put(
                "describes acme:widget 2.0.0, those in its bundle jars describe acme:widget 1.0.0",
                withManifest(PluginJar.manifest(KEY, "2.0.0")));
        refused.put(
                "names no Bundle-SymbolicName",
                Archives.zip(Map.of("META-INF/MANIFEST.MF", bytes("Manifest-Version: 1.0\n"))));
        return refused.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    InvalidInputException e = assertThrows(InvalidInputException.class, () -> take(entry.getValue()));
                    assertTrue(Refusal.reason(e).contains(entry.getKey()), Refusal.reason(e));
                    nothingIsLeft();
                }));
    }

    @Test
    void filesAreReadNoFurtherThanTheLimit() {
        ByteArrayInputStream large = new ByteArrayInputStream(new byte[(int) FILE * 3]);
        refusedForItsSize("the maximum is 200000 bytes", () -> intake().take(new PluginFile("x", large)));
        assertTrue(large.available() > FILE, "left " + large.available());
    }

    @Test
    void bombsAreRefused() {
        byte[] zeros = new byte[(int) UNPACKED + 1];
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 50; i++) {
            many.put("file" + i, new byte[1]);
        }
        refusedForItsSize("unpacks to more", () -> take(Archives.tarGz(Map.of("zeros", zeros))));
        refusedForItsSize("unpacks to more", () -> take(Archives.zip(Map.of("zeros", zeros))));
        refusedForItsSize(
                "unpacks to more",
                () -> take(PluginJar.of(KEY, "1.0.0").entry("zeros", zeros).bytes()));
        refusedForItsSize("more than 50 entries", () -> take(Archives.tarGz(many)));
        refusedForItsSize("more than 50 entries", () -> take(Archives.zip(many)));
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void refusedForItsSize(String reason, Reading reading) {
        InventoryException e = assertThrows(LimitExceededException.class, reading::read);
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private static byte[] tar(String name) {
        return Archives.tarGz(Map.of(name, new byte[1]));
    }

    private static byte[] withManifest(String manifest) {
        return Archives.tarGz(Map.of("manifest.yml", bytes(manifest), "provider.jar", JAR));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
