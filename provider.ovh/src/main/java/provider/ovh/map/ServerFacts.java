package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a server beside itself.
 *
 * @param controllers hardware addresses of its network cards
 * @param raid profile of its RAID controllers, if it has one
 * @param blocks of addresses that are routed to it, such as {@code 192.0.2.7/32}
 */
public record ServerFacts(
        Optional<JsonNode> hardware,
        Optional<JsonNode> controllers,
        Optional<JsonNode> raid,
        Optional<JsonNode> service,
        List<String> blocks) {
    public ServerFacts {
        blocks = List.copyOf(blocks);
    }
}
