package inventory.core.shell;

import inventory.api.query.Listings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Collection runs. */
final class RunCommands {
    private static final List<String> COLUMNS = List.of(
            "provider:provider_name",
            "status",
            "started:started_at",
            "seconds:duration_seconds",
            "found:resources_found",
            "created:resources_created",
            "updated:resources_updated",
            "removed:resources_removed",
            "id");

    private final Services services;
    private final Call call;

    RunCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
    }

    @Command(
            name = "runs",
            description = "Lists collection runs, the newest first.",
            footer = {"", "Example:", "  inventory:runs status=failed provider__name=aws-production -n 5"})
    void runs(@Mixin ListArguments wanted) throws IOException {
        new Lists(services.inventory(), call).write(Listings.COLLECTION_RUNS, wanted, COLUMNS);
    }

    @Command(
            name = "run",
            description = "Shows one run: counters, progress, what was not read and why.",
            footer = {"", "Example:", "  inventory:run 0190f5c3-7c1e-7000-8000-000000000000 -o yaml"})
    void run(@Parameters(paramLabel = "RUN", description = "Id of the run.") String run, @Mixin Format.Choice output) {
        output.format.one(call.out(), services.inventory().get(call.caller(), Listings.COLLECTION_RUNS, run));
    }

    @Command(
            name = "cancel",
            description = "Cancels a run. It removes nothing any more; what it has read stays.",
            footer = {"", "Example:", "  inventory:cancel 0190f5c3-7c1e-7000-8000-000000000000"})
    void cancel(
            @Parameters(paramLabel = "RUN", description = "Id of the run.") String run, @Mixin Format.Choice output) {
        output.format.one(call.out(), services.providers().cancel(call.caller(), run));
    }
}
