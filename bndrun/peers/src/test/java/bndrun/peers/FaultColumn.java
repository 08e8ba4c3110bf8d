package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is read through one plugin under every mishap, one after the other. */
final class FaultColumn implements AutoCloseable {
    /** These move with every run that sees a resource again; what it is like does not. */
    private static final Set<String> SIGHTINGS = Set.of("last_seen_at", "seen_count");

    /** A simulator that was just started is slow on a busy machine. */
    private static final Duration WARM = Duration.ofMinutes(2);

    private final Product product;
    private final Faulty system;

    FaultColumn(Product product, Faulty system) {
        this.product = product;
        this.system = system;
    }

    @Override
    public void close() {
        system.close();
    }

    /** What came of it, in Markdown. */
    String table() throws IOException {
        StringBuilder table = new StringBuilder(
                "## `" + system.key() + "`\n\n| Mishap | Run | Kind | What is said |\n|---|---|---|---|\n");
        String provider = product.record(system.key(), system.key(), system.record());
        system.fill(provider);
        Await.until(
                system.key() + " is read", WARM, () -> status(collect(provider)).equals("completed"));
        Map<String, JsonNode> known = resources(provider);
        assertTrue(known.size() > 1, system.key() + " has something to lose");
        for (Mishap mishap : Mishap.values()) {
            String never = system.never().get(mishap);
            table.append("| ").append(mishap.title()).append(" | ");
            if (never != null) {
                table.append("– | – | cannot be: ").append(never).append(" |\n");
                continue;
            }
            system.breaks(mishap);
            product.patch("/providers/" + provider + "/", system.record(mishap));
            table.append(cell(mishap, collect(provider))).append(" |\n");
            assertEquals(known, resources(provider), system.key() + ", " + mishap.title());
        }
        system.heals();
        product.patch("/providers/" + provider + "/", system.record());
        JsonNode last = collect(provider);
        assertEquals(
                List.of("completed", 0, 0),
                List.of(
                        status(last),
                        last.get("resources_created").asInt(),
                        last.get("resources_removed").asInt()),
                system.key() + " when all is well again: " + last);
        assertEquals(known, resources(provider), system.key() + " when all is well again");
        return table.toString();
    }

    /** Status, kind and message, of the failure alone. */
    private String cell(Mishap mishap, JsonNode run) {
        String what = system.key() + ", " + mishap.title() + ": " + run;
        String status = status(run);
        assertEquals(system.leavesNothing(mishap) ? "failed" : "partial", status, what);
        JsonNode details = run.get("error_details");
        List<JsonNode> failures = new ArrayList<>();
        details.get("scopes").forEach(failures::add);
        assertTrue(status.equals("failed") || !failures.isEmpty(), what);
        JsonNode failure = failures.isEmpty() ? details : failures.get(0);
        String kind = failure.get("kind").asText();
        assertTrue(mishap.kinds().contains(kind), what);
        assertEquals(
                List.of(0, 0, 0),
                List.of(
                        run.get("resources_created").asInt(),
                        run.get("resources_updated").asInt(),
                        run.get("resources_removed").asInt()),
                what);
        String message = (failures.isEmpty() ? run.get("error_message") : failure.get("message")).asText();
        assertFalse(message.contains("Exception") || message.contains("secret"), what);
        boolean outlived = mishap == Mishap.ENDLESS && kind.equals("TIMEOUT");
        return status + " | " + kind + " | "
                + (outlived ? "it goes on until the time for the run is over" : steady(message));
    }

    private JsonNode collect(String provider) throws IOException {
        Map<String, Object> wanted =
                system.types().isEmpty() ? Map.of() : Map.of("target_resource_types", system.types());
        return product.ended(product.post("/providers/" + provider + "/collect/", 202, wanted)
                .get("id")
                .asText());
    }

    private static String status(JsonNode run) {
        return run.get("status").asText();
    }

    /** Without what differs from one time to the other: addresses, and the words of the JDK for a connection that broke. */
    private static String steady(String message) {
        return message.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceAll("broke off: .*", "broke off …")
                .replace("|", "\\|")
                .replace("\n", " ");
    }

    /** All that is known, by id. */
    private Map<String, JsonNode> resources(String provider) throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        JsonNode page = product.get("/resources/?deleted=any&page_size=1000&provider=" + provider);
        for (JsonNode resource : page.get("results")) {
            all.put(resource.get("id").asText(), ((ObjectNode) resource).remove(SIGHTINGS));
        }
        assertEquals(page.get("count").asInt(), all.size());
        return all;
    }
}
