package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * All that was said about one server.
 *
 * @param power empty: its remote control did not answer
 */
public record ServerFacts(JsonNode server, List<JsonNode> ips, List<JsonNode> jobs, Optional<JsonNode> power) {}
