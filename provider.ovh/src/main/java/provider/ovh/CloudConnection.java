package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import provider.ovh.client.AnswerCache;
import provider.ovh.client.Batch;
import provider.ovh.client.Listing;
import provider.ovh.client.OvhClient;

/**
 * The projects of one account. A scope is {@code project/region}, with the types whose service the region has; a project of which not even
 * the regions can be read is a scope that fails.
 */
final class CloudConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    private static final Set<FailureKind> OF_ONE_PROJECT =
            Set.of(FailureKind.PERMISSION, FailureKind.INTERNAL, FailureKind.MALFORMED);

    private final OvhClient client;
    private final ProviderContext context;
    private final Map<String, CloudProject> projects;

    private CloudConnection(OvhClient client, ProviderContext context, Map<String, CloudProject> projects) {
        this.client = client;
        this.context = context;
        this.projects = projects;
    }

    static CloudConnection open(OvhClient client, ProviderContext context)
            throws ProviderException, InterruptedException {
        Batch batch = new Batch(client, context, new AnswerCache());
        Listing listing = new Listing(client, batch);
        List<String> seen = listing.ids("/cloud/project");
        Map<String, CloudProject> projects = new LinkedHashMap<>();
        for (String id : wanted(context, seen)) {
            projects.put(id, new CloudProject(client, listing, batch, id));
        }
        return new CloudConnection(client, context, projects);
    }

    private static List<String> wanted(ProviderContext context, List<String> seen) {
        if (context.credential().extra().get("projects") instanceof List<?> named && !named.isEmpty()) {
            return named.stream().map(one -> one.toString().strip()).toList();
        }
        return seen;
    }

    @Override
    public List<Scope> scopes() throws ProviderException, InterruptedException {
        List<Scope> scopes = new ArrayList<>();
        for (Map.Entry<String, CloudProject> project : projects.entrySet()) {
            try {
                project.getValue().regions().forEach((name, region) -> {
                    Set<String> types = types(kind -> kind.status(region).isPresent());
                    if (!types.isEmpty()) {
                        scopes.add(new Scope(project.getKey() + "/" + name, types));
                    }
                });
            } catch (ProviderException e) {
                if (!OF_ONE_PROJECT.contains(e.kind())) {
                    throw e;
                }
                scopes.add(new Scope(project.getKey(), types(kind -> true)));
            }
        }
        return scopes;
    }

    private static Set<String> types(Predicate<CloudKind> offered) {
        return Arrays.stream(CloudKind.values())
                .filter(offered)
                .map(CloudKind::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        String[] parts = scope.id().split("/", 2);
        CloudProject project = projects.get(parts[0]);
        if (parts.length == 1) {
            project.regions();
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "The regions of the project " + parts[0] + " could not be read at first; the next run reads them.");
        }
        context.progress("Reading " + parts[1] + " of project " + parts[0]);
        CloudProject.Content content = project.content();
        JsonNode region = content.regions().get(parts[1]);
        if (region == null || !region.path("status").asText("").equals("UP")) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "The region " + parts[1] + " is "
                            + (region == null ? "away" : region.path("status").asText("not known"))
                            + ": nothing there is taken as gone.");
        }
        for (CloudKind kind : CloudKind.values()) {
            if (scope.resourceTypes().contains(kind.type())) {
                read(kind, content, region, sink);
            }
        }
    }

    private static void read(CloudKind kind, CloudProject.Content content, JsonNode region, ResourceSink sink)
            throws InterruptedException {
        String name = region.path("name").asText("");
        String status = kind.status(region).orElse("away");
        CloudProject.Listed listed = content.lists().get(kind);
        if (!status.equals("UP")) {
            sink.notRead(
                    kind.type(),
                    FailureKind.INTERNAL,
                    "The service for " + kind.path() + " of the region " + name + " is " + status
                            + ": nothing there is taken as gone.");
        } else if (listed.denied().isPresent()) {
            ProviderException denied = listed.denied().get();
            sink.notRead(kind.type(), denied.kind(), denied.getMessage());
        } else {
            for (ResourceData resource :
                    kind.resources(listed.items(), name, content.facts()).toList()) {
                sink.accept(resource);
            }
        }
    }

    /** Reads the first project as a run would. */
    @Override
    public String test() throws ProviderException, InterruptedException {
        if (projects.isEmpty()) {
            return "Connected as %s, which has no project.".formatted(client);
        }
        CloudProject.Content content = projects.values().iterator().next().content();
        for (CloudProject.Listed listed : content.lists().values()) {
            if (listed.denied().isPresent()) {
                throw listed.denied().get();
            }
        }
        return "Connected as %s; can read %d projects, the first of them with %d regions and %d instances."
                .formatted(
                        client,
                        projects.size(),
                        content.regions().size(),
                        content.lists().get(CloudKind.INSTANCE).items().size());
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new CloudActions(client, progress).perform(request);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
