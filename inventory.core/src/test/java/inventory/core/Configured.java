package inventory.core;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Component configurations as the framework makes them: the defaults, and what somebody set. */
public final class Configured {
    private Configured() {}

    public static <C> C of(Class<C> config, Map<String, Object> set) {
        return config.cast(Proxy.newProxyInstance(
                config.getClassLoader(),
                new Class<?>[] {config},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
