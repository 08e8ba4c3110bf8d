package provider.ovh.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same question about many things: several of them in one call ({@code X-Ovh-Batch}), else one by one. Answers that change seldom
 * are kept over the runs.
 */
public final class Batch {
    /** Things in one call, so that its URL stays short. */
    static final int SIZE = 50;

    private static final Set<FailureKind> NOT_OFFERED = Set.of(FailureKind.INTERNAL, FailureKind.MALFORMED);

    private final OvhClient client;
    private final ProviderContext context;
    private final AnswerCache cache;
    private final String place;
    private volatile boolean offered = true;

    /** @param cache of the service; what is kept belongs to the provider record */
    public Batch(OvhClient client, ProviderContext context, AnswerCache cache) {
        this.client = client;
        this.context = context;
        this.cache = cache;
        this.place = context.providerId() + " " + client + " ";
    }

    /**
     * Asks about each.
     *
     * @param path with {@code %s} where the id stands
     * @param keep how long an answer is kept; zero: not at all
     * @return the answers by id; an id without one is of no thing that exists, or of one that cannot have it
     */
    public Map<String, JsonNode> each(Collection<String> ids, String path, Duration keep)
            throws ProviderException, InterruptedException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Instant now = context.clock().instant();
        for (String id : ids) {
            Optional<String> kept = cache.get(place + path.formatted(id), now);
            if (kept.isPresent()) {
                add(found, id, Replies.parse("GET " + path.formatted(id), kept.get()));
            } else {
                unknown.add(id);
            }
        }
        for (int from = 0; from < unknown.size(); from += SIZE) {
            List<String> some = unknown.subList(from, Math.min(from + SIZE, unknown.size()));
            Map<String, JsonNode> answers = asked(some, path);
            for (String id : some) {
                JsonNode answer = answers.containsKey(id) ? answers.get(id) : single(id, path);
                add(found, id, answer);
                if (!keep.isZero()) {
                    cache.put(place + path.formatted(id), answer.toString(), now.plus(keep));
                }
            }
        }
        return found;
    }

    private static void add(Map<String, JsonNode> found, String id, JsonNode answer) {
        if (!answer.isNull() && !answer.isMissingNode()) {
            found.put(id, answer);
        }
    }

    private JsonNode single(String id, String path) throws ProviderException, InterruptedException {
        return client.find(path.formatted(OvhClient.segment(id))).orElse(Replies.NULL);
    }

    private Map<String, JsonNode> asked(List<String> ids, String path) throws ProviderException, InterruptedException {
        if (!offered || ids.size() == 1) {
            return Map.of();
        }
        String all = ids.stream().map(OvhClient::segment).collect(Collectors.joining(","));
        try {
            Map<String, JsonNode> answers = byKey(client.get(path.formatted(all), Map.of("X-Ovh-Batch", ",")));
            offered = !answers.isEmpty();
            return answers;
        } catch (ProviderException e) {
            if (!NOT_OFFERED.contains(e.kind())) {
                throw e;
            }
            offered = false;
            return Map.of();
        }
    }

    /** One with an error is left out: asked for alone it says what is wrong. */
    private static Map<String, JsonNode> byKey(JsonNode answer) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (JsonNode one : answer) {
            if (one.path("key").isValueNode() && one.path("error").isEmpty() && one.hasNonNull("value")) {
                answers.put(one.path("key").asText(), one.path("value"));
            }
        }
        return answers;
    }
}
