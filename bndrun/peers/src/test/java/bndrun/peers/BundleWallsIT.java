package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may import whom, read from the bundles as they are shipped. The bundles that need nothing but the API have a purity check besides;
 * the core and REST use too many libraries for its list to say anything.
 */
class BundleWallsIT {
    private static final Path APP = Path.of(System.getProperty("root"), "bndrun", "target", "app.jar");
    private static final Pattern OURS = Pattern.compile("(inventory|provider|netsvc|provision)\\..*");

    /** What only some bundles of ours may know: for tables and paths of their own see ADR 0007. */
    private static final Map<String, Set<String>> RESERVED = Map.of(
            "javax.persistence", Set.of("inventory.core"),
            "java.sql", Set.of("inventory.api", "inventory.core", "provider.internal", "provider.leaseweb"),
            "javax.sql", Set.of("inventory.core"),
            "org.h2", Set.of("inventory.core"),
            "org.postgresql", Set.of("inventory.core"),
            "javax.ws.rs", Set.of("inventory.rest", "provider.internal", "provider.leaseweb"));

    @Test
    void noBundleImportsWhatIsBehindAWall() throws IOException {
        Map<String, Set<String>> imports = imports();
        assertTrue(imports.keySet().containsAll(Set.of("inventory.core", "inventory.rest", "provider.aws")), "found");
        List<String> breaches = imports.entrySet().stream()
                .flatMap(bundle -> bundle.getValue().stream()
                        .filter(name -> !mayImport(bundle.getKey(), name))
                        .map(name -> bundle.getKey() + " imports " + name))
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void theRulesRefuseABreach() {
        assertEquals(
                List.of(false, false, false, false, true, true, true),
                Stream.of(
                                mayImport("inventory.rest", "inventory.core.store"),
                                mayImport("provider.aws", "java.sql"),
                                mayImport("inventory.core", "javax.ws.rs.core"),
                                mayImport("provider.internal", "javax.sql"),
                                mayImport("provider.internal", "java.sql"),
                                mayImport("provider.aws", "inventory.api.provider"),
                                mayImport("inventory.core", "javax.persistence"))
                        .toList());
    }

    private static boolean mayImport(String bundle, String name) {
        if (OURS.matcher(name).matches()) {
            return name.startsWith("inventory.api");
        }
        return RESERVED.entrySet().stream()
                .filter(rule -> (name + ".").startsWith(rule.getKey() + "."))
                .allMatch(rule -> rule.getValue().contains(bundle));
    }

    /** @return names of the packages that each bundle of ours imports */
    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (JarFile app = new JarFile(APP.toFile())) {
            for (var entry :
                    app.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
                Attributes headers = headers(app.getInputStream(entry));
                String name = String.valueOf(headers.getValue("Bundle-SymbolicName"));
                if (OURS.matcher(name).matches()) {
                    imports.put(name, packages(headers.getValue("Import-Package")));
                }
            }
        }
        return imports;
    }

    private static Attributes headers(InputStream bundle) throws IOException {
        try (JarInputStream jar = new JarInputStream(bundle)) {
            return jar.getManifest() == null
                    ? new Attributes()
                    : jar.getManifest().getMainAttributes();
        }
    }

    private static Set<String> packages(String header) {
        return new TreeSet<>(List.of(header.replaceAll("\"[^\"]*\"", "").split(",")).stream()
                .map(clause -> clause.replaceFirst(";.*", "").strip())
                .toList());
    }
}
