package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who acts on what one provider has read. */
final class Operator {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Product product;
    private final Tasks tasks;
    private final String provider;

    private Operator(Product product, String provider) {
        this.product = product;
        this.tasks = new Tasks(product);
        this.provider = provider;
    }

    /** Has the system read once. */
    static Operator of(Product product, OutsideSystem system) throws IOException {
        String provider = product.provider(system.key(), system.key(), system.config());
        product.patch("/providers/" + provider + "/", Map.of("endpoint", system.url()));
        JsonNode run = product.collect(provider);
        assertEquals("completed", run.get("status").asText(), run.toString());
        return new Operator(product, provider);
    }

    /** Id of the provider record. */
    String provider() {
        return provider;
    }

    /** @param word the id of the resource in the outside system, or its name */
    JsonNode resource(String word) throws IOException {
        JsonNode found = product.get("/resources/?provider=" + provider + "&or__ems_ref=" + word + "&or__name=" + word)
                .get("results");
        assertEquals(1, found.size(), word);
        return found.get(0);
    }

    /** Names of the actions. */
    List<String> offered(String word) throws IOException {
        List<String> names = new ArrayList<>();
        product.get(actions(word))
                .forEach(action -> names.add(action.get("name").asText()));
        return names;
    }

    /** @return what is said of an action that was carried out */
    String done(String word, String action, Map<String, Object> parameters) throws IOException {
        return ended("completed", word, action, parameters);
    }

    /** @return why an action was not carried out */
    String refused(String word, String action, Map<String, Object> parameters) throws IOException {
        return ended("failed", word, action, parameters);
    }

    private String ended(String status, String word, String action, Map<String, Object> parameters) throws IOException {
        JsonNode accepted = product.post(actions(word) + action + "/", 202, Map.of("parameters", parameters));
        JsonNode task = tasks.ended(accepted);
        assertEquals(status, task.get("status").asText(), task.toString());
        assertEquals(
                List.of("admin action.end " + status, "admin action.request accepted"),
                tasks.audit(task.get("resource").asText()).subList(0, 2));
        return task.get("message").asText();
    }

    /** The same by the words of the plugin. */
    String doneBelow(String path, Map<String, Object> parameters) throws IOException {
        JsonNode task = tasks.ended(product.post("/providers/" + provider + "/" + path, 202, parameters));
        assertEquals("completed", task.get("status").asText(), task.toString());
        return task.get("message").asText();
    }

    /** How a path below the provider is answered. */
    int status(String path) throws IOException {
        return product.statusAs("admin", product.password(), "/providers/" + provider + "/" + path);
    }

    /** Has it read again, until it shows this. */
    void awaits(String word, String field, String value) throws IOException {
        Await.until(word + " has the " + field + " " + value, LIMIT, () -> {
            boolean shown = resource(word).get(field).asText().equals(value);
            if (!shown) {
                product.collect(provider);
            }
            return shown;
        });
    }

    private String actions(String word) throws IOException {
        return "/resources/" + resource(word).get("id").asText() + "/actions/";
    }
}
