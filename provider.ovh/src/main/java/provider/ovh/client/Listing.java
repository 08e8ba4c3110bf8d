package provider.ovh.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists of objects. The API lists ids; with {@code X-Pagination-Mode: CachedObjectList-Pages}, which OVH's own tools use, it lists the
 * objects, page by page. The list of ids decides what exists: what the pages do not show is read alone.
 */
public final class Listing {
    static final int PAGE_SIZE = 500;

    private final OvhClient client;
    private final Batch batch;

    public Listing(OvhClient client, Batch batch) {
        this.client = client;
        this.batch = batch;
    }

    /** @return the ids that this path lists, in its order */
    public List<String> ids(String path) throws ProviderException, InterruptedException {
        JsonNode answer = client.get(path);
        List<String> ids = new ArrayList<>();
        for (JsonNode id : answer) {
            ids.add(id.asText(""));
        }
        if (!answer.isArray() || ids.contains("")) {
            throw OvhClient.malformed(path, "answered no list of ids.");
        }
        return ids;
    }

    /**
     * Lists objects.
     *
     * @param path of the list; without a query it is that of the single object, but for its id
     * @param key the field of the object that has its id
     * @return by id; one that vanished while it was read is left out
     */
    public Map<String, JsonNode> objects(String path, String key) throws ProviderException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>(ids(path));
        Map<String, JsonNode> found = pages(path, key, ids);
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeAll(found.keySet());
        found.putAll(batch.each(missing, path.replaceFirst("[?].*", "") + "/%s", Duration.ZERO));
        return found;
    }

    private Map<String, JsonNode> pages(String path, String key, Set<String> ids)
            throws ProviderException, InterruptedException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (int page = 1; (page - 1) * PAGE_SIZE < ids.size(); page++) {
            JsonNode objects = page(path, page);
            if (!objects.path(0).isObject()) {
                return found;
            }
            for (JsonNode object : objects) {
                String id = object.path(key).asText("");
                if (ids.contains(id)) {
                    found.put(id, object);
                }
            }
        }
        return found;
    }

    /** An API that does not know the mode answers with ids, or refuses: the objects are then read one by one. */
    private JsonNode page(String path, int number) throws ProviderException, InterruptedException {
        try {
            return client.get(
                    path,
                    Map.of(
                            "X-Pagination-Mode",
                            "CachedObjectList-Pages",
                            "X-Pagination-Number",
                            Integer.toString(number),
                            "X-Pagination-Size",
                            Integer.toString(PAGE_SIZE),
                            "Pragma",
                            "no-cache"));
        } catch (ProviderException e) {
            if (number == 1 && e.kind() == FailureKind.INTERNAL) {
                return Replies.NOTHING;
            }
            throw e;
        }
    }
}
