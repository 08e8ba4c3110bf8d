package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.ovh.client.Batch;
import provider.ovh.client.Listing;
import provider.ovh.map.ServerFacts;
import provider.ovh.map.ServerMapper;

/** Reads the servers: what changes at each run, what is rarely another for days, together. */
final class ServerReading {
    private static final String SERVER = DedicatedConnection.SERVERS + "/%s";
    private static final String ADDRESSES = "/ip?type=dedicated";
    /** Machines are seldom rebuilt. */
    private static final Duration HARDWARE_KEPT = Duration.ofDays(7);

    private static final Duration SERVICE_KEPT = Duration.ofDays(1);
    private static final int TOGETHER = 250;

    private final Listing listing;
    private final Batch batch;
    private final ProviderContext context;

    ServerReading(Listing listing, Batch batch, ProviderContext context) {
        this.listing = listing;
        this.batch = batch;
        this.context = context;
    }

    void read(ResourceSink sink) throws ProviderException, InterruptedException {
        Map<String, JsonNode> servers = listing.objects(DedicatedConnection.SERVERS, "name");
        Map<String, List<String>> blocks = blocks();
        List<String> names = List.copyOf(servers.keySet());
        for (int from = 0; from < names.size(); from += TOGETHER) {
            List<String> some = names.subList(from, Math.min(from + TOGETHER, names.size()));
            Facts facts = facts(some);
            for (String name : some) {
                sink.accept(
                        ServerMapper.resource(servers.get(name), facts.of(name, blocks.getOrDefault(name, List.of()))));
            }
            context.progress("Read " + (from + some.size()) + " of " + names.size() + " servers");
        }
    }

    /** Asks for each thing that a run asks for, of one server. */
    void check(String name) throws ProviderException, InterruptedException {
        facts(List.of(name));
        listing.ids(ADDRESSES);
    }

    /** What is routed to each server. */
    private Map<String, List<String>> blocks() throws ProviderException, InterruptedException {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        listing.objects(ADDRESSES, "ip")
                .forEach((block, address) -> blocks.computeIfAbsent(
                                address.path("routedTo").path("serviceName").asText(""), name -> new ArrayList<>())
                        .add(block));
        return blocks;
    }

    private record Facts(
            Map<String, JsonNode> hardware,
            Map<String, JsonNode> controllers,
            Map<String, JsonNode> raid,
            Map<String, JsonNode> services) {
        ServerFacts of(String name, List<String> blocks) {
            return new ServerFacts(
                    Optional.ofNullable(hardware.get(name)),
                    Optional.ofNullable(controllers.get(name)),
                    Optional.ofNullable(raid.get(name)),
                    Optional.ofNullable(services.get(name)),
                    blocks);
        }
    }

    private Facts facts(List<String> names) throws ProviderException, InterruptedException {
        Map<String, JsonNode> hardware = batch.each(names, SERVER + "/specifications/hardware", HARDWARE_KEPT);
        List<String> withRaid = names.stream()
                .filter(name -> hardware.containsKey(name) && hasRaid(hardware.get(name)))
                .toList();
        return new Facts(
                hardware,
                batch.each(names, SERVER + "/networkInterfaceController", HARDWARE_KEPT),
                batch.each(withRaid, SERVER + "/install/hardwareRaidProfile", HARDWARE_KEPT),
                batch.each(names, SERVER + "/serviceInfos", SERVICE_KEPT));
    }

    private static boolean hasRaid(JsonNode hardware) {
        for (JsonNode group : hardware.path("diskGroups")) {
            if (!group.path("raidController").asText("").isBlank()) {
                return true;
            }
        }
        return false;
    }
}
