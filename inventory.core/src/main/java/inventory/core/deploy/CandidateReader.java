package inventory.core.deploy;

import inventory.api.InvalidInputException;
import inventory.core.deploy.Unpacker.Unpacked;
import inventory.core.registry.Manifest;
import inventory.core.registry.ManifestException;
import inventory.core.registry.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a folder as a plugin: a lone bundle jar, or {@code manifest.yml} beside bundle jars. */
final class CandidateReader {
    private static final String MANIFEST = "manifest.yml";
    private static final int LARGEST_TEXT = 4 << 20;

    private final DeployLimits limits;

    CandidateReader(DeployLimits limits) {
        this.limits = limits;
    }

    /** @throws InvalidInputException a file is missing or does not do; the reason names it */
    Candidate read(Unpacked unpacked) throws IOException {
        Path root = unpacked.archive() ? root(unpacked.folder()) : unpacked.folder();
        List<Path> files = jars(root);
        if (unpacked.archive()) {
            requireFiles(root, files);
        }
        List<Manifest> declared =
                text(root, MANIFEST).isPresent() ? parse(text(root, MANIFEST).get()) : List.of();
        List<BundleJar> jars = new ArrayList<>();
        for (Path file : files) {
            jars.add(BundleJar.read(file, limits));
        }
        List<Manifest> manifests = manifests(jars);
        if (unpacked.archive()) {
            requireSame(declared, manifests);
        }
        return new Candidate(root, List.copyOf(jars), manifests, dependencies(root, jars));
    }

    /** @return the one folder that all is in, or the folder itself */
    private static Path root(Path folder) throws IOException {
        List<Path> children = children(folder);
        return children.size() == 1 && Files.isDirectory(children.get(0)) ? children.get(0) : folder;
    }

    private static List<Path> jars(Path root) throws IOException {
        return children(root).stream()
                .filter(path -> path.toString().endsWith(".jar") && Files.isRegularFile(path))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void requireFiles(Path root, List<Path> jars) {
        Set<String> missing = new TreeSet<>();
        if (jars.isEmpty()) {
            missing.add("a bundle jar (*.jar)");
        }
        if (!Files.isRegularFile(root.resolve(MANIFEST))) {
            missing.add(MANIFEST);
        }
        if (!missing.isEmpty()) {
            throw Refusal.of("The archive is missing required files: " + String.join(", ", missing) + ".");
        }
    }

    private static List<Manifest> manifests(List<BundleJar> jars) {
        Map<String, Manifest> manifests = new LinkedHashMap<>();
        for (BundleJar jar : jars) {
            for (Manifest manifest :
                    jar.text(MANIFEST).map(CandidateReader::parse).orElse(List.of())) {
                if (manifests.put(manifest.key(), manifest) != null) {
                    throw Refusal.of("The key " + manifest.key() + " is described twice.");
                }
            }
        }
        return List.copyOf(manifests.values());
    }

    private static List<Manifest> parse(String text) {
        try {
            return ManifestReader.read(text);
        } catch (ManifestException e) {
            throw Refusal.of(e.getMessage() + ".");
        }
    }

    /** The registry reads what the bundles carry, so an archive must not say anything else. */
    private static void requireSame(List<Manifest> declared, List<Manifest> carried) {
        if (!new HashSet<>(declared).equals(new HashSet<>(carried))) {
            throw Refusal.of("The archive's manifest.yml describes " + names(declared)
                    + ", those in its bundle jars describe " + names(carried) + ": they must be the same.");
        }
    }

    private static String names(List<Manifest> manifests) {
        return manifests.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        manifests.stream()
                                .map(manifest -> manifest.key() + " " + manifest.version())
                                .toList());
    }

    private static Map<String, Object> dependencies(Path root, List<BundleJar> jars) {
        return DependencyFiles.read(file -> text(root, file)
                .or(() -> jars.stream().flatMap(jar -> jar.text(file).stream()).findFirst()));
    }

    private static Optional<String> text(Path root, String name) {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
