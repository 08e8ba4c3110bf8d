package inventory.core.registry;

import inventory.api.InvalidInputException;
import inventory.api.plugin.ConnectionParameter;
import inventory.core.identity.SecretKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a {@code connection_config} may hold: the keys of the plugin's manifest and the three that every credential has ({@code
 * username}, {@code password}, {@code port}), with values of their types. A provider without a plugin may hold anything. Thread-safe.
 */
@Component(service = {ConnectionConfigRules.class, SecretKeys.class})
public final class ConnectionConfigRules implements SecretKeys {
    /** The field that errors are reported for. */
    public static final String FIELD = "connection_config";
    /** Of TCP. */
    public static final int HIGHEST_PORT = 65_535;

    private static final Pattern SECRET = Pattern.compile("(?i).*(passw|passphrase|secret|token|credential|key).*");
    private static final List<ConnectionParameter> ALWAYS = List.of(
            new ConnectionParameter("username", "", "string", false, false, Optional.empty()),
            new ConnectionParameter("password", "", "string", false, true, Optional.empty()),
            new ConnectionParameter("port", "", "integer", false, false, Optional.empty()));

    private final PluginRegistry registry;

    @Activate
    public ConnectionConfigRules(@Reference PluginRegistry registry) {
        this.registry = registry;
    }

    /**
     * Checks a config with its secrets in clear.
     *
     * @throws InvalidInputException for {@value #FIELD}: each reason names the key and what would be right, never a value
     */
    public void check(String pluginKey, Map<String, Object> config) {
        registry.find(pluginKey).flatMap(PluginEntry::manifest).ifPresent(manifest -> {
            List<String> wrong = violations(manifest, config);
            if (!wrong.isEmpty()) {
                throw new InvalidInputException(Map.of(FIELD, wrong));
            }
        });
    }

    @Override
    public Set<String> among(String pluginKey, Set<String> keys) {
        Set<String> declared = registry.find(pluginKey).flatMap(PluginEntry::manifest).stream()
                .flatMap(manifest -> manifest.connectionParameters().stream())
                .filter(ConnectionParameter::secret)
                .map(ConnectionParameter::name)
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> declared.contains(key) || soundsSecret(key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The config in plain form with the manifest's defaults: what a plugin is given. Values of a wrong type are left out. */
    public static Map<String, Object> effective(Manifest manifest, Map<String, Object> config) {
        Map<String, Object> effective = new LinkedHashMap<>();
        for (ConnectionParameter parameter : parameters(manifest)) {
            parameter.defaultValue().ifPresent(value -> effective.put(parameter.name(), value));
            Optional.ofNullable(config.get(parameter.name()))
                    .flatMap(value -> type(parameter).plain(value))
                    .ifPresent(value -> effective.put(parameter.name(), value));
        }
        return effective;
    }

    /** @return what is wrong, each for a person; empty if nothing is */
    public static List<String> violations(Manifest manifest, Map<String, Object> config) {
        Collection<ConnectionParameter> parameters = parameters(manifest);
        Set<String> known =
                parameters.stream().map(ConnectionParameter::name).collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        for (String key : new TreeSet<>(config.keySet())) {
            if (!known.contains(key)) {
                wrong.add("Unknown key '" + key + "'. Known keys: " + String.join(", ", known) + ".");
            }
        }
        for (ConnectionParameter parameter : parameters) {
            violation(parameter, Optional.ofNullable(config.get(parameter.name())))
                    .ifPresent(wrong::add);
        }
        return wrong;
    }

    private static Optional<String> violation(ConnectionParameter parameter, Optional<Object> value) {
        if (value.isEmpty() || value.get().equals("")) {
            return parameter.required() && parameter.defaultValue().isEmpty()
                    ? Optional.of("'" + parameter.name() + "' is required.")
                    : Optional.empty();
        }
        ParameterType type = type(parameter);
        Optional<Object> plain = type.plain(value.get());
        if (plain.isEmpty()) {
            return Optional.of("'" + parameter.name() + "' must be " + type.expected() + ".");
        }
        boolean port = parameter.name().equals("port") && type == ParameterType.INTEGER;
        return port && ((Long) plain.get() < 1 || (Long) plain.get() > HIGHEST_PORT)
                ? Optional.of("'port' must be from 1 to " + HIGHEST_PORT + ".")
                : Optional.empty();
    }

    private static Collection<ConnectionParameter> parameters(Manifest manifest) {
        Map<String, ConnectionParameter> parameters = new LinkedHashMap<>();
        ALWAYS.forEach(parameter -> parameters.put(parameter.name(), parameter));
        manifest.connectionParameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        return parameters.values();
    }

    private static ParameterType type(ConnectionParameter parameter) {
        return ParameterType.of(parameter.type()).orElseThrow();
    }

    private static boolean soundsSecret(String key) {
        return SECRET.matcher(key).matches();
    }
}
