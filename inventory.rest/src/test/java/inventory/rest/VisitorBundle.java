package inventory.rest;

import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;

/** A bundle that can load classes and do nothing else. */
final class VisitorBundle {
    private VisitorBundle() {}

    static Bundle create() {
        return (Bundle) Proxy.newProxyInstance(
                VisitorBundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("loadClass")) {
                        return Class.forName((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
