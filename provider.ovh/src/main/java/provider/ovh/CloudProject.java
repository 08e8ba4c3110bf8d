package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import provider.ovh.client.Batch;
import provider.ovh.client.Listing;
import provider.ovh.client.OvhClient;
import provider.ovh.map.ProjectFacts;

/**
 * One project. The API lists all its regions at once, so the first scope that needs the lists reads them for all others.
 *
 * <p>The regions are asked how they are after the lists were read: a region that is down may be missing in them.
 */
final class CloudProject {
    private final OvhClient client;
    private final Listing listing;
    private final Batch batch;
    private final String id;
    private final String path;
    private final ReentrantLock reading = new ReentrantLock();
    private Optional<Content> content = Optional.empty();

    /** A list, or the missing right to read it. */
    record Listed(List<JsonNode> items, Optional<ProviderException> denied) {}

    /** Everything in the project. */
    record Content(ProjectFacts facts, Map<CloudKind, Listed> lists, Map<String, JsonNode> regions) {}

    CloudProject(OvhClient client, Listing listing, Batch batch, String id) {
        this.client = client;
        this.listing = listing;
        this.batch = batch;
        this.id = id;
        this.path = "/cloud/project/" + OvhClient.segment(id);
    }

    /** @return the regions by name, as they are now */
    Map<String, JsonNode> regions() throws ProviderException, InterruptedException {
        return batch.each(listing.ids(path + "/region"), path + "/region/%s", Duration.ZERO);
    }

    /** @return what is there; read once, unless reading fails */
    Content content() throws ProviderException, InterruptedException {
        reading.lockInterruptibly();
        try {
            if (content.isEmpty()) {
                content = Optional.of(read());
            }
            return content.get();
        } finally {
            reading.unlock();
        }
    }

    private Content read() throws ProviderException, InterruptedException {
        JsonNode project = client.get(path);
        String status = project.path("status").asText("");
        if (!status.equals("ok")) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "The project " + id + " is '" + status + "' and not 'ok': nothing in it is taken as gone.");
        }
        Map<CloudKind, Listed> lists = new EnumMap<>(CloudKind.class);
        for (CloudKind kind : CloudKind.values()) {
            lists.put(kind, listed(kind));
        }
        Map<String, JsonNode> flavors = byId("/flavor");
        Map<String, JsonNode> images = byId("/image");
        String name = project.path("description").asText("");
        return new Content(new ProjectFacts(id, name.isBlank() ? id : name, flavors, images), lists, regions());
    }

    private Listed listed(CloudKind kind) throws ProviderException, InterruptedException {
        try {
            return new Listed(items(kind.path()), Optional.empty());
        } catch (ProviderException e) {
            if (e.kind() == FailureKind.PERMISSION) {
                return new Listed(List.of(), Optional.of(e));
            }
            throw e;
        }
    }

    private Map<String, JsonNode> byId(String what) throws ProviderException, InterruptedException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode one : items(what)) {
            found.put(one.path("id").asText(""), one);
        }
        return found;
    }

    private List<JsonNode> items(String what) throws ProviderException, InterruptedException {
        JsonNode answer = client.get(path + what);
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode one : answer) {
            if (one.path("id").asText("").isEmpty()) {
                throw malformed(what);
            }
            items.add(one);
        }
        if (!answer.isArray()) {
            throw malformed(what);
        }
        return items;
    }

    private ProviderException malformed(String what) {
        return new ProviderException(FailureKind.MALFORMED, "GET " + path + what + " answered no list of objects.");
    }
}
