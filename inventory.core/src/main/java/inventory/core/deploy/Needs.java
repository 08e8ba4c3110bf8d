package inventory.core.deploy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Requirements of bundles, in words. */
final class Needs {
    private static final Map<String, String> SORTS = Map.of(
            PackageNamespace.PACKAGE_NAMESPACE, "the package",
            BundleNamespace.BUNDLE_NAMESPACE, "the bundle",
            HostNamespace.HOST_NAMESPACE, "the host bundle");
    private static final Pattern FROM = Pattern.compile("version>=([\\w.-]+)\\)");
    private static final Pattern BELOW = Pattern.compile("!\\([\\w-]*version>=([\\w.-]+)\\)");

    private Needs() {}

    static boolean isEffective(Requirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    static boolean isMandatory(Requirement requirement) {
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return isEffective(requirement)
                && !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution);
    }

    static boolean matches(Requirement requirement, Capability capability) {
        if (!requirement.getNamespace().equals(capability.getNamespace())) {
            return false;
        }
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        try {
            return filter == null || FrameworkUtil.createFilter(filter).matches(capability.getAttributes());
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    /** @return what is needed, and what is here instead */
    static String describe(Requirement requirement, List<Capability> here) {
        String namespace = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        if (namespace.equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            return "another Java: " + filter + "; this is Java "
                    + Runtime.version().feature();
        }
        if (!SORTS.containsKey(namespace)) {
            return namespace + " " + filter + ", which nothing offers";
        }
        String name = name(namespace, filter);
        List<String> others = here.stream()
                .filter(capability -> capability.getNamespace().equals(namespace))
                .filter(capability -> name.equals(capability.getAttributes().get(namespace)))
                .map(capability -> version(capability) + " from " + DryRun.name(capability.getResource()))
                .distinct()
                .toList();
        return SORTS.get(namespace) + " " + name + range(filter)
                + (others.isEmpty() ? ", which nothing offers" : "; here is only " + String.join(", ", others));
    }

    private static String name(String namespace, String filter) {
        Matcher matcher = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)")
                .matcher(filter);
        return matcher.find() ? matcher.group(1) : filter;
    }

    private static String range(String filter) {
        Matcher below = BELOW.matcher(filter);
        String upper = below.find() ? below.group(1) : "";
        Matcher from = FROM.matcher(filter.replaceAll("\\(!\\([^)]*\\)\\)", ""));
        if (!from.find()) {
            return "";
        }
        return upper.isEmpty() ? " " + from.group(1) + " or newer" : " [" + from.group(1) + "," + upper + ")";
    }

    private static Object version(Capability capability) {
        Object version = capability.getAttributes().get("version");
        return version == null ? capability.getAttributes().getOrDefault("bundle-version", "a version") : version;
    }
}
