package inventory.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.ws.rs.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resource classes that other bundles add to the application, for index and documentation. They come and go while the
 * application stays, hence a dynamic reference. Only their classes are looked at; the services stay untouched.
 */
@Component(service = Whiteboard.class)
public final class Whiteboard {
    private static final Logger LOG = LoggerFactory.getLogger(Whiteboard.class);
    private static final Map<String, ?> APPLICATION = Map.of("osgi.jaxrs.name", InventoryApplication.NAME);
    private final Map<ServiceReference<?>, Class<?>> classes = new ConcurrentHashMap<>();

    @Reference(
            service = AnyService.class,
            target = "(osgi.jaxrs.resource=true)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindResource(ServiceReference<Object> reference) {
        if (selectsUs(reference)) {
            pathClass(reference).ifPresent(type -> classes.put(reference, type));
        }
    }

    void unbindResource(ServiceReference<Object> reference) {
        classes.remove(reference);
    }

    /** @return the classes that are there now */
    public List<Class<?>> classes() {
        return new ArrayList<>(classes.values());
    }

    private static boolean selectsUs(ServiceReference<?> reference) {
        Object select = reference.getProperty("osgi.jaxrs.application.select");
        try {
            return select instanceof String filter
                    && FrameworkUtil.createFilter(filter).matches(APPLICATION);
        } catch (InvalidSyntaxException malformed) {
            LOG.warn("Resource {} selects its application by no filter: {}", reference, select);
            return false;
        }
    }

    private static Optional<Class<?>> pathClass(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .<Class<?>>flatMap(name -> load(bundle, name))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .findFirst();
    }

    private static Stream<Class<?>> load(Bundle bundle, String name) {
        try {
            return bundle == null ? Stream.empty() : Stream.of(bundle.loadClass(name));
        } catch (ClassNotFoundException gone) {
            LOG.debug("Resource class {} cannot be described", name, gone);
            return Stream.empty();
        }
    }
}
