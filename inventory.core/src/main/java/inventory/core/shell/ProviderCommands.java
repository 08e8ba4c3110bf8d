package inventory.core.shell;

import inventory.api.admin.CollectRequest;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Providers and their collection. */
final class ProviderCommands {
    private static final List<String> COLUMNS = List.of(
            "name",
            "vendor",
            "type:provider_type",
            "enabled",
            "last_run:last_collection_status",
            "last_read:last_refresh_at",
            "id");

    private final Services services;
    private final Call call;
    private final Lists lists;

    ProviderCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
        lists = new Lists(services.inventory(), call);
    }

    @Command(
            name = "providers",
            description = "Lists the providers.",
            footer = {"", "Example:", "  inventory:providers vendor=aws enabled=true"})
    void providers(@Mixin ListArguments wanted) throws IOException {
        lists.write(Listings.PROVIDERS, wanted, COLUMNS);
    }

    @Command(
            name = "provider",
            description = "Shows one provider; secrets are hidden.",
            footer = {"", "Example:", "  inventory:provider aws-production -o yaml"})
    void provider(
            @Parameters(paramLabel = "PROVIDER", description = "Name or id.") String provider,
            @Mixin Format.Choice output) {
        output.format.one(call.out(), find(provider));
    }

    @Command(
            name = "provider-add",
            description = "Adds a provider. Secrets are asked for, or read from standard input, one a line.",
            footer = {
                "",
                "Examples:",
                "  inventory:provider-add lab sample:generator resources=500",
                "  inventory:provider-add aws-production aws:aws username=AKIA… regions=eu-west-1,eu-north-1 -p password"
            })
    void add(@Mixin ProviderArguments wanted) throws IOException {
        Provider made = services.providers().create(call.caller(), new ProviderForm(services, call).draft(wanted));
        wanted.output.format.one(call.out(), made);
    }

    @Command(
            name = "provider-remove",
            description = "Removes a provider with its runs and resources. A run in progress is cancelled first.",
            footer = {"", "Example:", "  inventory:provider-remove lab"})
    void remove(@Parameters(paramLabel = "PROVIDER", description = "Name or id.") String provider) {
        Provider found = find(provider);
        services.providers().delete(call.caller(), found.id().toString());
        call.out().println("removed " + Text.line(found.name()) + " (" + found.id() + ")");
    }

    @Command(
            name = "collect",
            description = "Collects a provider. Returns at once, or with --wait when the run has ended.",
            footer = {
                "",
                "With --wait the exit status is that of the run: 0 completed, 1 failed, 3 partial, 4 canceled.",
                "",
                "Example:",
                "  inventory:collect aws-production --wait"
            })
    int collect(@Mixin CollectArguments wanted) throws InterruptedException {
        Provider provider = find(wanted.provider);
        CollectionRun run =
                services.providers().collect(call.caller(), provider.id().toString(), wanted.request());
        int status = Status.OK;
        if (wanted.wait) {
            RunWatch watch = new RunWatch(services.inventory(), call);
            run = watch.untilEnd(run);
            status = RunWatch.status(run);
        }
        wanted.output.format.one(call.out(), run);
        return status;
    }

    private Provider find(String provider) {
        return lists.one(Listings.PROVIDERS, provider);
    }

    /** What to collect, and whether to wait. */
    static final class CollectArguments {
        @Parameters(paramLabel = "PROVIDER", description = "Name or id.")
        String provider;

        @Option(
                names = {"-w", "--wait"},
                description = "Waits for the end and shows the progress.")
        boolean wait;

        @Option(
                names = {"-t", "--type"},
                paramLabel = "SLUG",
                split = ",",
                description = "Reads only these resource types.")
        List<String> types = new ArrayList<>();

        @Option(names = "--confirm-removals", description = "Lets the run remove more than the removal guard allows.")
        boolean confirmRemovals;

        @Mixin
        Format.Choice output;

        CollectRequest request() {
            return new CollectRequest(types.isEmpty() ? "full" : "targeted", types, confirmRemovals);
        }
    }
}
