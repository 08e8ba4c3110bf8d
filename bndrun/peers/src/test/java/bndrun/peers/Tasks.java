package bndrun.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Follows what a product does to resources. */
record Tasks(Product product) {
    private static final Set<String> ENDED = Set.of("completed", "failed", "canceled", "unknown");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    JsonNode now(JsonNode task) throws IOException {
        return product.get("/tasks/" + task.get("id").asText() + "/");
    }

    JsonNode ended(JsonNode task) throws IOException {
        Await.until(
                "the task has ended",
                LIMIT,
                () -> ENDED.contains(now(task).get("status").asText()));
        return now(task);
    }

    /** Who did what to the resource with which outcome, the latest first. */
    List<String> audit(String resource) throws IOException {
        List<String> audit = new ArrayList<>();
        for (JsonNode entry : product.get("/audit/?object_id=" + resource).get("results")) {
            audit.add(entry.get("who").asText() + " " + entry.get("action").asText() + " "
                    + entry.get("outcome").asText());
        }
        return audit;
    }
}
