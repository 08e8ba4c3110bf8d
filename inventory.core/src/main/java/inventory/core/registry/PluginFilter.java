package inventory.core.registry;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which plugin keys may be used.
 *
 * @param enabled empty: all
 * @param disabled taken off the enabled ones
 */
record PluginFilter(Set<String> enabled, Set<String> disabled) implements Predicate<String> {
    static final PluginFilter ALL = new PluginFilter(Set.of(), Set.of());

    /** The environment wins over the configuration. */
    static PluginFilter of(RegistryConfig config, Map<String, String> environment) {
        return new PluginFilter(
                keys(environment, "INVENTORY_PROVIDERS_ENABLED", config.enabled()),
                keys(environment, "INVENTORY_PROVIDERS_DISABLED", config.disabled()));
    }

    @Override
    public boolean test(String key) {
        return (enabled.isEmpty() || enabled.contains(key)) && !disabled.contains(key);
    }

    private static Set<String> keys(Map<String, String> environment, String variable, String[] configured) {
        String text = environment.get(variable);
        Stream<String> keys = text == null ? Stream.of(configured) : Stream.of(text.split(","));
        return keys.map(String::strip).filter(key -> !key.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
