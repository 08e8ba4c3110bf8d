package inventory.core.shell;

import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.RunStatus;
import java.util.Locale;
import java.util.Map;

/** Follows a run to its end. For a person one line is written over, for a file a line is added when something changed. */
record RunWatch(Inventory inventory, Call call) {
    private static final long PAUSE_MS = 250;
    private static final int LINE = 78;

    CollectionRun untilEnd(CollectionRun accepted) throws InterruptedException {
        CollectionRun run = accepted;
        String shown = "";
        try {
            while (!isEnded(run)) {
                Thread.sleep(PAUSE_MS);
                run = inventory.get(
                        call.caller(), Listings.COLLECTION_RUNS, accepted.id().toString());
                String line = line(run);
                if (!line.equals(shown)) {
                    show(line);
                    shown = line;
                }
            }
        } catch (InterruptedException e) {
            call.complain("\nThe run goes on: inventory:run " + run.id() + ", inventory:cancel " + run.id());
            throw e;
        } finally {
            if (call.terminal()) {
                call.err().println();
            }
        }
        return run;
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

    private static boolean isEnded(CollectionRun run) {
        return where(run).terminal();
    }

    private void show(String line) {
        if (call.terminal()) {
            call.err().printf("\r%-" + LINE + "s", line);
        } else {
            call.err().println(line);
        }
        call.err().flush();
    }

    private static String line(CollectionRun run) {
        Map<String, Object> progress = run.progress();
        String line = run.status() + ": " + progress.getOrDefault("scopes_done", 0) + " of "
                + progress.getOrDefault("scopes_total", "?") + " scopes, "
                + progress.getOrDefault("resources_seen", 0) + " resources";
        Object message = progress.getOrDefault("message", "");
        String all = message.toString().isEmpty() ? line : line + ", " + Text.line(message.toString());
        return all.length() > LINE ? all.substring(0, LINE - 1) + "…" : all;
    }
}
