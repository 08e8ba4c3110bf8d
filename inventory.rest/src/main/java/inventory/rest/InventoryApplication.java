package inventory.rest;

import inventory.rest.describe.AllowFilter;
import inventory.rest.describe.DocsResource;
import inventory.rest.describe.IndexResource;
import inventory.rest.describe.OpenApiResource;
import inventory.rest.front.AuthenticationFilter;
import inventory.rest.front.PublicUriFilter;
import inventory.rest.front.SecurityHeadersFilter;
import inventory.rest.json.Json;
import inventory.rest.json.JsonProvider;
import inventory.rest.listing.PageFilter;
import inventory.rest.measure.CallTimer;
import inventory.rest.measure.JvmMeasures;
import inventory.rest.measure.MeasureSources;
import inventory.rest.measure.MeasuresResource;
import inventory.rest.problem.ProblemMapper;
import inventory.rest.resource.AuditResource;
import inventory.rest.resource.CategoriesResource;
import inventory.rest.resource.DriftResource;
import inventory.rest.resource.HealthResource;
import inventory.rest.resource.MetricsResource;
import inventory.rest.resource.OrganizationsResource;
import inventory.rest.resource.PluginsResource;
import inventory.rest.resource.PropertyDefinitionsResource;
import inventory.rest.resource.ProvidersResource;
import inventory.rest.resource.RelationshipsResource;
import inventory.rest.resource.ResourcesResource;
import inventory.rest.resource.RoleAssignmentsResource;
import inventory.rest.resource.RunsResource;
import inventory.rest.resource.SightingsResource;
import inventory.rest.resource.TagsResource;
import inventory.rest.resource.TasksResource;
import inventory.rest.resource.TeamsResource;
import inventory.rest.resource.TypesResource;
import inventory.rest.resource.UsersResource;
import inventory.rest.resource.VendorTypeMappingsResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Path;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The one application of the product. Its own resources and filters come with it in one piece, so that nothing is ever served
 * without authentication; other bundles add resources by selecting it by name.
 */
@Component(service = Application.class, configurationPid = RestConfig.PID)
@Designate(ocd = RestConfig.class)
@JaxrsName(InventoryApplication.NAME)
@JaxrsApplicationBase(InventoryApplication.BASE)
public final class InventoryApplication extends Application {
    /** What other bundles select: {@code osgi.jaxrs.application.select=(osgi.jaxrs.name=inventory)}. */
    public static final String NAME = "inventory";
    /** Where the API is served. */
    public static final String BASE = "/api/inventory/v1";

    private final Set<Object> singletons = new LinkedHashSet<>();

    @Activate
    public InventoryApplication(
            @Reference CoreLink core,
            @Reference Whiteboard whiteboard,
            @Reference MeasureSources sources,
            RestConfig config) {
        CallTimer timer = new CallTimer();
        singletons.add(timer);
        singletons.add(new MeasuresResource(sources, timer, new JvmMeasures()));
        singletons.add(new PublicUriFilter());
        singletons.add(new SecurityHeadersFilter());
        singletons.add(new AuthenticationFilter(() -> core.get().authentication()));
        singletons.add(new JsonProvider(Json.mapper(), (long) config.body_limit_mib() << 20));
        singletons.add(new ProblemMapper(config.retry_after_s()));
        singletons.add(new HealthResource(core::find, Duration.ofMillis(config.health_limit_ms())));
        singletons.add(new PageFilter());
        singletons.add(new AllowFilter(() -> served(whiteboard)));
        singletons.add(new IndexResource(() -> served(whiteboard)));
        singletons.add(new OpenApiResource(() -> served(whiteboard)));
        singletons.add(new DocsResource());
        singletons.addAll(resources(core));
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    private static List<Object> resources(CoreLink core) {
        return List.of(
                new ProvidersResource(core),
                new PluginsResource(core),
                new RunsResource(core),
                new TasksResource(core),
                new AuditResource(core),
                new ResourcesResource(core),
                new RelationshipsResource(core),
                new SightingsResource(core),
                new DriftResource(core),
                new MetricsResource(core),
                new TagsResource(core),
                new CategoriesResource(core),
                new TypesResource(core),
                new VendorTypeMappingsResource(core),
                new PropertyDefinitionsResource(core),
                new OrganizationsResource(core),
                new TeamsResource(core),
                new UsersResource(core),
                new RoleAssignmentsResource(core));
    }

    private List<Class<?>> served(Whiteboard whiteboard) {
        List<Class<?>> classes = new ArrayList<>();
        singletons.stream()
                .<Class<?>>map(Object::getClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .forEach(classes::add);
        classes.addAll(whiteboard.classes());
        return classes;
    }
}
