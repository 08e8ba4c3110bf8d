package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import provider.ovh.map.InstanceMapper;
import provider.ovh.map.NetworkMapper;
import provider.ovh.map.ProjectFacts;
import provider.ovh.map.VolumeMapper;

/** What a project has: where it is listed, and the service of a region that must be up for the list to be whole. */
enum CloudKind {
    INSTANCE(InstanceMapper.TYPE, "instance", "/instance"),
    VOLUME(VolumeMapper.TYPE, "volume", "/volume"),
    NETWORK(NetworkMapper.TYPE, "network", "/network/private");

    private final String type;
    private final String service;
    private final String path;

    CloudKind(String type, String service, String path) {
        this.type = type;
        this.service = service;
        this.path = path;
    }

    String type() {
        return type;
    }

    String path() {
        return path;
    }

    /** @return status of its service in this region; empty if the region does not have the service */
    Optional<String> status(JsonNode region) {
        for (JsonNode one : region.path("services")) {
            if (one.path("name").asText("").equals(service)) {
                return Optional.of(one.path("status").asText(""));
            }
        }
        return Optional.empty();
    }

    /** @return those of the list that are in this region */
    Stream<ResourceData> resources(List<JsonNode> list, String region, ProjectFacts facts) {
        Stream<JsonNode> there =
                list.stream().filter(one -> one.path("region").asText("").equals(region));
        return switch (this) {
            case INSTANCE -> there.map(one -> InstanceMapper.resource(one, facts));
            case VOLUME -> there.map(one -> VolumeMapper.resource(one, facts));
            case NETWORK ->
                list.stream()
                        .map(one -> NetworkMapper.resource(one, region, facts))
                        .flatMap(Optional::stream);
        };
    }
}
