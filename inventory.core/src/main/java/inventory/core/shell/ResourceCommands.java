package inventory.core.shell;

import inventory.api.query.Listings;
import inventory.api.resource.History;
import inventory.api.resource.Resource;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Resources, their types, the life of each. */
final class ResourceCommands {
    private static final List<String> COLUMNS = List.of(
            "name",
            "type:resource_type_slug",
            "state",
            "region",
            "addresses:ip_addresses",
            "provider:provider_name",
            "id");
    private static final List<String> TYPE_COLUMNS =
            List.of("slug", "name", "category:category_slug", "countable:is_countable");
    private static final List<String> MOMENT_COLUMNS = List.of(
            "seen_at", "state", "power:power_state", "cpus:cpu_count", "memory_mb", "disk_gb", "run:collection_run");

    private final Services services;
    private final Call call;
    private final Lists lists;

    ResourceCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
        lists = new Lists(services.inventory(), call);
    }

    @Command(
            name = "resources",
            description = "Lists resources; those that are gone with deleted=true or deleted=any.",
            footer = {
                "",
                "Example:",
                "  inventory:resources state=running resource_type_slug=virtual_machine tags.team=blue"
            })
    void resources(@Mixin ListArguments wanted) throws IOException {
        lists.write(Listings.RESOURCES, wanted, COLUMNS);
    }

    @Command(
            name = "resource",
            description = "Shows all that is known of one resource.",
            footer = {"", "Example:", "  inventory:resource web-1 -o json"})
    void resource(
            @Parameters(paramLabel = "RESOURCE", description = "Name or id.") String resource,
            @Mixin Format.Choice output) {
        output.format.one(call.out(), lists.one(Listings.RESOURCES, resource));
    }

    @Command(
            name = "history",
            description =
                    "Shows the life of one resource: its sightings, the oldest first; json and yaml sum them up too.",
            footer = {"", "Example:", "  inventory:history web-1"})
    void history(
            @Parameters(paramLabel = "RESOURCE", description = "Name or id.") String resource,
            @Mixin Format.Choice output)
            throws IOException {
        Resource found = lists.one(Listings.RESOURCES, resource);
        History history = services.inventory().history(call.caller(), found.id().toString());
        if (output.format != Format.TABLE) {
            output.format.one(call.out(), history);
            return;
        }
        Rows rows = output.format.rows(call.out(), MOMENT_COLUMNS);
        for (History.Moment moment : history.timeline()) {
            rows.add(moment);
        }
        rows.end();
    }

    @Command(
            name = "types",
            description = "Lists the resource types of the taxonomy.",
            footer = {"", "Example:", "  inventory:types category__slug=compute"})
    void types(@Mixin ListArguments wanted) throws IOException {
        lists.write(Listings.TYPES, wanted, TYPE_COLUMNS);
    }
}
