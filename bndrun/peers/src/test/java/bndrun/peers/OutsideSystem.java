package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;

/** A simulated outside system, with what it says in its own words when something goes wrong. */
interface OutsideSystem extends AutoCloseable {
    /** What most of them speak. */
    String JSON = "application/json";

    /** An answer in JSON. */
    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", JSON).withBody(body);
    }

    /** Key of the plugin that reads it. */
    String key();

    /** Where it listens. */
    String url();

    /** How to get in. */
    Map<String, Object> config();

    /** How to get in when its certificate must be trusted. */
    default Map<String, Object> strictConfig() {
        return config();
    }

    /** Slugs of the types to read, where a few are enough; all if empty. */
    default List<String> types() {
        return List.of();
    }

    /** The requests that go wrong: those by which one scope lists, and no other. */
    MappingBuilder oneScope();

    /** How an answer to them begins. */
    String beginning();

    /** Its media type. */
    default String mediaType() {
        return JSON;
    }

    /** What it answers then, for the mishaps that each system words in its own way. */
    Map<Mishap, ResponseDefinitionBuilder> words();

    /** Why the other mishaps cannot happen to it. */
    default Map<Mishap, String> never() {
        return Map.of();
    }

    @Override
    void close();
}
