package inventory.core.registry;

import inventory.api.plugin.ConnectionParameter;
import inventory.api.resource.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads {@code manifest.yml}: one YAML document per plugin of the bundle. Nothing but plain values is made of it, and its size, depth
 * and aliases are bounded.
 */
public final class ManifestReader {
    /** Longest manifest, in characters. */
    static final int MAX_CHARACTERS = 1 << 20;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_EXAMPLE = 512;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> VALUE_TYPES = Set.of("string", "integer", "float", "boolean", "datetime", "json");

    private ManifestReader() {}

    /** @throws ManifestException it cannot be used; the message says where and why */
    public static List<Manifest> read(String text) throws ManifestException {
        if (text.length() > MAX_CHARACTERS) {
            throw new ManifestException("manifest.yml is longer than " + MAX_CHARACTERS + " characters");
        }
        List<Manifest> manifests = new ArrayList<>();
        try {
            for (Object document : yaml().loadAll(text)) {
                manifests.add(manifest(YamlSection.of("manifest.yml", document)));
            }
        } catch (YAMLException e) {
            throw new ManifestException("Cannot parse manifest.yml: " + firstLines(e));
        }
        if (manifests.isEmpty()) {
            throw new ManifestException("manifest.yml is empty");
        }
        return manifests;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static Manifest manifest(YamlSection section) throws ManifestException {
        String vendor = identifier(section, "vendor", "vendor");
        String type = identifier(section, "provider_type", section.has("provider_type") ? "provider_type" : "name");
        String infrastructure = section.text("infrastructure", "");
        if (!infrastructure.isEmpty() && Infrastructure.of(infrastructure).isEmpty()) {
            throw new ManifestException("manifest.yml: unknown infrastructure '" + infrastructure + "'");
        }
        List<String> types = section.texts("supported_resource_types");
        return new Manifest(
                vendor,
                type,
                section.text("version", "0.0.0"),
                section.text("display_name", vendor + ":" + type),
                section.text("description", ""),
                infrastructure,
                section.texts("authors"),
                section.texts("license"),
                types,
                parameters(section.sections("connection_parameters")),
                properties(section.sections("property_definitions")),
                ActionReader.actions(section, types),
                ActionReader.routes(section, types));
    }

    private static String identifier(YamlSection section, String what, String key) throws ManifestException {
        String text = section.required(key);
        if (!IDENTIFIER.matcher(text).matches()) {
            throw new ManifestException("manifest.yml: invalid " + what + " '" + text
                    + "': 1 to 64 letters, digits, underscores and hyphens");
        }
        return text;
    }

    private static List<ConnectionParameter> parameters(List<YamlSection> sections) throws ManifestException {
        List<ConnectionParameter> parameters = new ArrayList<>();
        for (YamlSection section : sections) {
            ConnectionParameter parameter = new ConnectionParameter(
                    section.required("name"),
                    section.text("description", ""),
                    section.text("type", "string"),
                    section.flag("required"),
                    section.flag("secret"),
                    section.value("default"));
            if (parameters.stream().anyMatch(other -> other.name().equals(parameter.name()))) {
                throw new ManifestException(section.where() + ": '" + parameter.name() + "' is named twice");
            }
            parameters.add(ParameterType.withPlainDefault(section.where(), parameter));
        }
        return parameters;
    }

    private static List<Manifest.Property> properties(List<YamlSection> sections) throws ManifestException {
        List<Manifest.Property> properties = new ArrayList<>();
        for (YamlSection section : sections) {
            String valueType = section.text("value_type", "string");
            if (!VALUE_TYPES.contains(valueType)) {
                throw new ManifestException(section.where() + ": unknown value_type '" + valueType + "'");
            }
            properties.add(new Manifest.Property(
                    section.required("resource_type"),
                    section.bounded("key", section.required("key"), LONGEST_KEY),
                    section.bounded("name", section.required("key"), LONGEST_NAME),
                    section.text("description", ""),
                    valueType,
                    section.flag("required"),
                    section.bounded("example", "", LONGEST_EXAMPLE)));
        }
        return properties;
    }

    private static String firstLines(YAMLException e) {
        return e.getMessage()
                .lines()
                .limit(3)
                .map(String::strip)
                .reduce((a, b) -> a + "; " + b)
                .orElse("not YAML");
    }
}
