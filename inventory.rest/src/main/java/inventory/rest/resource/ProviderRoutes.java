package inventory.rest.resource;

import inventory.api.ConflictException;
import inventory.api.NotFoundException;
import inventory.api.action.Route;
import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.api.query.Query;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.rest.Core;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a path below a provider means, by the words of its plugin.
 *
 * @param provider the provider
 * @param route the plugin's word that the path begins with
 * @param rest what follows it, without slashes at its ends; may be empty
 */
record ProviderRoutes(Core core, Caller caller, Provider provider, Route route, String rest) {

    /** @throws NotFoundException the plugin has no such word; the message names those it has */
    static ProviderRoutes of(Core core, Caller caller, String providerId, String path) {
        Provider provider = core.inventory().get(caller, Listings.PROVIDERS, providerId);
        List<Route> routes = core.plugins().get(caller, provider.pluginKey()).routes();
        String trimmed = path.replaceAll("^/+|/+$", "");
        // Of "cloud" and "cloud/instance" the longer one is meant.
        Route route = routes.stream()
                .filter(known -> (trimmed + "/").startsWith(known.path() + "/"))
                .max((one, other) ->
                        Integer.compare(one.path().length(), other.path().length()))
                .orElseThrow(() -> unknown(routes));
        String rest = trimmed.substring(Math.min(trimmed.length(), route.path().length() + 1));
        return new ProviderRoutes(core, caller, provider, route, rest);
    }

    /** @return filters for the resources that are listed here */
    Map<String, String> filters() {
        return Map.of(
                "provider",
                provider.id().toString(),
                "resource_type_slug__in",
                String.join(",", route.resourceTypes()));
    }

    /** @return the resource whose id in the outside system this is; if it is nobody's, the only one with this name */
    Resource resource(String word) {
        List<Resource> found = with("ems_ref", word);
        if (found.isEmpty()) {
            found = with("name", word);
        }
        if (found.size() > 1) {
            throw new ConflictException(
                    "The provider has several " + route.path() + " with this name. Name one by its id: "
                            + found.stream().map(Resource::emsRef).collect(Collectors.joining(", ")) + ".");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(
                        () -> new NotFoundException("The provider has no " + route.path() + " with this id or name."));
    }

    private List<Resource> with(String field, String value) {
        Query query = Query.all().with(field, value);
        for (Map.Entry<String, String> filter : filters().entrySet()) {
            query = query.with(filter.getKey(), filter.getValue());
        }
        return core.inventory().list(caller, Listings.RESOURCES, query).results();
    }

    /** The two last parts of {@code ems_ref/action}; an id may hold slashes, an action does not. */
    Target target() {
        int slash = rest.lastIndexOf('/');
        if (slash < 1) {
            throw new NotFoundException("Name a resource and an action: " + route.path() + "/{ems_ref}/{action}/.");
        }
        return new Target(resource(rest.substring(0, slash)), rest.substring(slash + 1));
    }

    /** What an action is to be done to. */
    record Target(Resource resource, String action) {}

    private static NotFoundException unknown(List<Route> routes) {
        return new NotFoundException(
                routes.isEmpty()
                        ? "Not found."
                        : "Not found. Below this provider there are: "
                                + routes.stream().map(Route::path).collect(Collectors.joining(", ")) + ".");
    }
}
