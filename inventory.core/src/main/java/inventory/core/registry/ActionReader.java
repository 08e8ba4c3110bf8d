package inventory.core.registry;

import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import inventory.api.action.Route;
import inventory.api.plugin.ConnectionParameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code actions} and {@code routes} of a manifest. */
final class ActionReader {
    private static final int MOST_ACTIONS = 64;
    private static final int MOST_PARAMETERS = 32;
    private static final int MOST_CHOICES = 256;
    private static final int MOST_ROUTES = 32;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_-]*(/[a-z][a-z0-9_-]*)*");
    /** Words below a provider that the product has itself. */
    private static final Set<String> TAKEN = Set.of("collect", "test");

    private ActionReader() {}

    /** @param supported slugs of the types that the plugin reads */
    static List<Action> actions(YamlSection manifest, List<String> supported) throws ManifestException {
        List<Action> actions = new ArrayList<>();
        for (YamlSection section : manifest.sections("actions", MOST_ACTIONS)) {
            String name = name(section, "name", ACTION, "lower-case words with hyphens between them");
            if (actions.stream().anyMatch(other -> other.name().equals(name))) {
                throw new ManifestException(section.where() + ": '" + name + "' is named twice");
            }
            actions.add(new Action(
                    name,
                    section.bounded("display_name", name, LONGEST_NAME),
                    section.bounded("description", "", LONGEST_DESCRIPTION),
                    types(section, supported),
                    section.flag("destructive"),
                    section.flag("dry_run"),
                    parameters(section)));
        }
        return actions;
    }

    /** @param supported slugs of the types that the plugin reads */
    static List<Route> routes(YamlSection manifest, List<String> supported) throws ManifestException {
        List<Route> routes = new ArrayList<>();
        for (YamlSection section : manifest.sections("routes", MOST_ROUTES)) {
            String path = name(section, "path", PATH, "lower-case words with slashes between them");
            String first = path.replaceFirst("/.*", "");
            if (TAKEN.contains(first)) {
                throw new ManifestException(
                        section.where() + ": 'path' may not begin with " + first + ", which every provider has");
            }
            if (routes.stream().anyMatch(other -> other.path().equals(path))) {
                throw new ManifestException(section.where() + ": '" + path + "' is named twice");
            }
            routes.add(new Route(path, types(section, supported)));
        }
        return routes;
    }

    private static List<ActionParameter> parameters(YamlSection action) throws ManifestException {
        List<ActionParameter> parameters = new ArrayList<>();
        for (YamlSection section : action.sections("parameters", MOST_PARAMETERS)) {
            String name = name(section, "name", PARAMETER, "lower-case letters, digits and underscores");
            if (parameters.stream().anyMatch(other -> other.name().equals(name))) {
                throw new ManifestException(section.where() + ": '" + name + "' is named twice");
            }
            parameters.add(parameter(name, section));
        }
        return parameters;
    }

    private static ActionParameter parameter(String name, YamlSection section) throws ManifestException {
        ConnectionParameter plain = ParameterType.withPlainDefault(
                section.where(),
                new ConnectionParameter(
                        name,
                        section.bounded("description", "", LONGEST_DESCRIPTION),
                        section.text("type", "string"),
                        section.flag("required"),
                        section.flag("secret"),
                        section.value("default")));
        ActionParameter parameter = new ActionParameter(
                name,
                plain.description(),
                plain.type(),
                plain.required(),
                plain.secret(),
                plain.defaultValue(),
                choices(plain.type(), section));
        if (plain.defaultValue().isPresent()
                && !ActionRules.isChoice(parameter, plain.defaultValue().get())) {
            throw new ManifestException(section.where() + ": the default must be one of the choices");
        }
        return parameter;
    }

    /** Of a list they are the values that it may hold. */
    private static List<Object> choices(String slug, YamlSection section) throws ManifestException {
        ParameterType type = ParameterType.of(slug).orElseThrow();
        List<?> given = section.list("choices", MOST_CHOICES);
        if (type == ParameterType.LIST) {
            Object plain = type.plain(given)
                    .orElseThrow(() -> new ManifestException(section.where() + ": the choices must be plain values"));
            return List.copyOf((List<?>) plain);
        }
        List<Object> choices = new ArrayList<>();
        for (Object choice : given) {
            choices.add(type.plain(choice)
                    .orElseThrow(() -> new ManifestException(
                            section.where() + ": each of the choices must be " + type.expected())));
        }
        return choices;
    }

    private static Set<String> types(YamlSection section, List<String> supported) throws ManifestException {
        Set<String> types = new LinkedHashSet<>(section.texts("resource_types"));
        if (types.isEmpty()) {
            throw new ManifestException(section.where() + ": missing required field: 'resource_types'");
        }
        for (String type : types) {
            if (!supported.contains(type)) {
                throw new ManifestException(
                        section.where() + ": '" + type + "' is none of the supported_resource_types");
            }
        }
        return types;
    }

    private static String name(YamlSection section, String key, Pattern pattern, String rule) throws ManifestException {
        section.required(key);
        String name = section.bounded(key, "", LONGEST_NAME);
        if (!pattern.matcher(name).matches()) {
            throw new ManifestException(section.where() + ": invalid " + key + " '" + name + "': " + rule);
        }
        return name;
    }
}
