package bndrun.bench;

import bndrun.peers.Product;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A generated estate in a running product, collected under different conditions. */
final class Estate {

    private final Product product;
    private final int resources;
    private final String provider;

    Estate(Product product, int resources) throws IOException {
        this.product = product;
        this.resources = resources;
        this.provider = product.generator("bench", Map.of("resources", resources));
    }

    /** The run's own time, from its start to its end, after checking that it did what is measured. */
    Duration collect(String counter, int expected) throws IOException {
        JsonNode run = product.collect(provider);
        if (!run.get("status").asText().equals("completed")
                || run.get("resources_" + counter).asInt() != expected) {
            throw new IllegalStateException("expected " + expected + " " + counter + ": " + run);
        }
        return Duration.between(
                Instant.parse(run.get("started_at").asText()),
                Instant.parse(run.get("completed_at").asText()));
    }

    /** Makes the next collection find this share altered. */
    void alter(int epoch, int percent) throws IOException {
        Map<String, Object> config = Map.of("resources", resources, "epoch", epoch, "changed_percent", percent);
        product.patch("/providers/" + provider + "/", Map.of("connection_config", config));
    }
}
