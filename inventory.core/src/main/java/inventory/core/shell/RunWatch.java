package inventory.core.shell;

import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.RunStatus;
import java.util.Locale;
import java.util.Map;

/** Follows a run to its end. */
record RunWatch(Inventory inventory, Call call) {

    CollectionRun untilEnd(CollectionRun accepted) throws InterruptedException {
        return new Watch<CollectionRun>(
                        call,
                        run -> inventory.get(
                                call.caller(),
                                Listings.COLLECTION_RUNS,
                                run.id().toString()),
                        run -> where(run).terminal(),
                        RunWatch::line,
                        run -> "The run goes on: inventory:run " + run.id() + ", inventory:cancel " + run.id())
                .untilEnd(accepted);
    }

    /** @return what a command that waited for this run ends with */
    static int status(CollectionRun run) {
        return switch (where(run)) {
            case COMPLETED -> Status.OK;
            case PARTIAL -> Status.PARTIAL;
            case CANCELED -> Status.CANCELED;
            default -> Status.FAILED;
        };
    }

    private static RunStatus where(CollectionRun run) {
        return RunStatus.valueOf(run.status().toUpperCase(Locale.ROOT));
    }

    private static String line(CollectionRun run) {
        Map<String, Object> progress = run.progress();
        String line = run.status() + ": " + progress.getOrDefault("scopes_done", 0) + " of "
                + progress.getOrDefault("scopes_total", "?") + " scopes, "
                + progress.getOrDefault("resources_seen", 0) + " resources";
        Object message = progress.getOrDefault("message", "");
        return message.toString().isEmpty() ? line : line + ", " + message;
    }
}
