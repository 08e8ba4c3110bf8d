package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import provider.ovh.client.Batch;
import provider.ovh.client.Listing;
import provider.ovh.map.VrackMapper;

/** Reads the vRacks and which servers are in them. */
final class VrackReading {
    private static final String VRACKS = "/vrack";

    private final Listing listing;
    private final Batch batch;

    VrackReading(Listing listing, Batch batch) {
        this.listing = listing;
        this.batch = batch;
    }

    List<String> names() throws ProviderException, InterruptedException {
        return listing.ids(VRACKS);
    }

    void read(ResourceSink sink) throws ProviderException, InterruptedException {
        List<String> names = names();
        Map<String, JsonNode> vracks = each(names, "");
        Map<String, JsonNode> servers = each(names, "/dedicatedServer");
        Map<String, JsonNode> interfaces = each(names, "/dedicatedServerInterfaceDetails");
        for (String name : names) {
            if (!vracks.containsKey(name) || !servers.containsKey(name) || !interfaces.containsKey(name)) {
                throw new ProviderException(
                        FailureKind.MALFORMED, "The vRack " + name + " is listed, but cannot be found by its name.");
            }
            sink.accept(VrackMapper.resource(name, vracks.get(name), servers.get(name), interfaces.get(name)));
        }
    }

    private Map<String, JsonNode> each(List<String> names, String what) throws ProviderException, InterruptedException {
        return batch.each(names, VRACKS + "/%s" + what, Duration.ZERO);
    }
}
