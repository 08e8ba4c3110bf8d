package inventory.rest.console;

import inventory.api.InventoryException;
import inventory.api.action.Task;
import inventory.api.action.TaskStatus;
import inventory.api.identity.Caller;
import inventory.api.plugin.Plugin;
import inventory.api.query.Health;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Measure;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.api.resource.RunStatus;
import inventory.rest.Core;
import inventory.rest.InventoryApplication;
import inventory.rest.console.Html.Bar;
import inventory.rest.console.Html.Cell;
import inventory.rest.console.Html.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page shows: plugins, what runs and is being done, providers, figures, ways on. */
record Overview(Core core, Caller caller, Html html, String appRoot) {
    private static final int MOST = 200;
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);
    private static final Duration RELOAD = Duration.ofSeconds(3);
    private static final String PREFIX = "inventory_";

    void show(List<Measure> measures) {
        Health health = core.inventory().health(HEALTH_LIMIT);
        html.paragraph("Inventory is " + (health.healthy() ? "healthy." : "not healthy."));
        plugins();
        try {
            runs();
            actions();
            providers();
        } catch (InventoryException storeAway) {
            html.paragraph(storeAway.getMessage());
        }
        figures(health, measures);
        ways();
    }

    private void plugins() {
        List<List<Cell>> rows =
                core.plugins().list(caller).stream().map(this::row).toList();
        html.table(
                "Plugins (" + rows.size() + ")",
                List.of("Plugin", "Name", "Version", "State", "Reason", "Providers", "Bundle"),
                rows,
                "There is no plugin.");
    }

    private List<Cell> row(Plugin plugin) {
        return List.of(
                Html.text(plugin.key()),
                Html.text(plugin.displayName()),
                Html.text(plugin.version()),
                Html.text(plugin.state()),
                Html.text(plugin.reason()),
                Html.text(plugin.configuredInstances()),
                plugin.bundle().isEmpty()
                        ? Html.text("")
                        : new Link(plugin.bundle(), appRoot + "/bundles/" + plugin.bundle()));
    }

    private void runs() {
        Page<CollectionRun> running = list(
                Listings.COLLECTION_RUNS,
                Query.all().with("status__in", RunStatus.RUNNING.slug() + "," + RunStatus.PENDING.slug()));
        html.table(
                "Running collections (" + running.count() + ")",
                List.of("Provider", "Status", "Started", "Progress", "Resources", "Run"),
                running.results().stream().map(Overview::row).toList(),
                "Nothing runs now.");
        if (running.count() > 0) {
            html.reloadAfter(RELOAD);
        }
    }

    private static List<Cell> row(CollectionRun run) {
        Map<String, Object> progress = run.progress();
        long total = number(progress.get("scopes_total"));
        long done = number(progress.get("scopes_done"));
        return List.of(
                Html.text(run.providerName()),
                Html.text(run.status()),
                time(Optional.of(run.startedAt())),
                new Bar(total == 0 ? 0 : (int) (100 * done / total), done + " of " + total + " scopes"),
                Html.text(number(progress.get("resources_seen"))),
                api("/collection-runs/" + run.id() + "/", "run"));
    }

    private void actions() {
        Page<Task> running = list(
                Listings.TASKS,
                Query.all().with("status__in", TaskStatus.RUNNING.slug() + "," + TaskStatus.PENDING.slug()));
        html.table(
                "Running actions (" + running.count() + ")",
                List.of("Resource", "Action", "Status", "By", "Progress", "Task"),
                running.results().stream().map(Overview::row).toList(),
                "Nothing is being done to a resource now.");
        if (running.count() > 0) {
            html.reloadAfter(RELOAD);
        }
    }

    private static List<Cell> row(Task task) {
        return List.of(
                api("/resources/" + task.resource() + "/", task.resourceName()),
                Html.text(task.action() + (task.dryRun() ? " (dry run)" : "")),
                Html.text(task.status()),
                Html.text(task.requestedBy()),
                new Bar(task.percent(), task.message()),
                api("/tasks/" + task.id() + "/", "task"));
    }

    private void providers() {
        Page<Provider> all = list(Listings.PROVIDERS, Query.all());
        String cut = all.count() > MOST ? ", the first " + MOST : "";
        html.table(
                "Providers (" + all.count() + cut + ")",
                List.of("Provider", "Plugin", "Enabled", "Last run", "Last read", "Resources"),
                all.results().stream().map(Overview::row).toList(),
                "There is no provider yet.");
    }

    private static List<Cell> row(Provider provider) {
        return List.of(
                api("/providers/" + provider.id() + "/", provider.name()),
                Html.text(provider.pluginKey()),
                Html.text(provider.enabled() ? "yes" : "no"),
                Html.text(provider.lastCollectionStatus().orElse("none yet")),
                time(provider.lastRefreshAt()),
                api("/resources/?provider=" + provider.id(), "resources"));
    }

    private void figures(Health health, List<Measure> measures) {
        List<List<Cell>> rows = new ArrayList<>();
        health.checks()
                .forEach((check, result) -> rows.add(List.of(Html.text(check), Html.text(""), Html.text(result))));
        measures.stream()
                .filter(measure -> measure.name().startsWith(PREFIX))
                .forEach(measure -> rows.add(List.of(
                        Html.text(measure.help()),
                        Html.text(String.join(", ", measure.labels().values())),
                        Html.text(plain(measure.value())))));
        html.table("Store, pool, collection and actions", List.of("Figure", "Of", "Value"), rows, "");
    }

    private void ways() {
        html.table(
                "Ways on",
                List.of("Where", "What"),
                List.of(
                        List.of(api("/", "API"), Html.text("index of the REST API")),
                        List.of(api("/docs/", "Documentation"), Html.text("every call, to read and to try")),
                        List.of(api("/openapi.json", "OpenAPI"), Html.text("the same for programs")),
                        List.of(api("/health/", "Health"), Html.text("whether the product can work")),
                        List.of(api("/metrics", "Metrics"), Html.text("all figures, for Prometheus"))),
                "");
    }

    private <T> Page<T> list(Listing<T> listing, Query query) {
        return core.inventory().list(caller, listing, query.page(1, MOST));
    }

    private static Cell api(String path, String text) {
        return new Link(text, InventoryApplication.BASE + path);
    }

    private static Cell time(Optional<Instant> time) {
        return Html.text(
                time.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
