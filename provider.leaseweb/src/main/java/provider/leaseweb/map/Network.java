package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses, network cards and private networks of a server. The address of its remote control is none of its own. */
final class Network {
    private static final List<String> OWN = List.of("PUBLIC", "INTERNAL");
    /** The main one first, public ones before internal ones. */
    private static final Comparator<JsonNode> ORDER = Comparator.<JsonNode, Boolean>comparing(
                    ip -> !ip.path("mainIp").asBoolean())
            .thenComparing(ip -> OWN.indexOf(type(ip)))
            .thenComparing(ip -> ip.path("version").asInt())
            .thenComparing(ip -> ip.path("ip").asText());

    private Network() {}

    static void describe(ResourceData.Builder server, ServerFacts facts) {
        JsonNode cards = facts.server().path("networkInterfaces");
        List<JsonNode> own = facts.ips().stream()
                .filter(ip -> OWN.contains(type(ip)))
                .sorted(ORDER)
                .toList();
        own.forEach(ip -> server.ipAddress(Texts.address(ip.path("ip"))));
        server.ipAddress(Texts.address(cards.path("public").path("ip")))
                .ipAddress(Texts.address(cards.path("internal").path("ip")))
                .macAddress(Texts.hardwareAddress(cards.path("public").path("mac")))
                .macAddress(Texts.hardwareAddress(cards.path("internal").path("mac")))
                .property("gateway", Texts.text(cards.path("public").path("gateway")))
                .property(
                        "remote_management_ip",
                        Texts.address(cards.path("remoteManagement").path("ip")))
                .property(
                        "remote_management_mac",
                        Texts.hardwareAddress(cards.path("remoteManagement").path("mac")));
        own.stream()
                .limit(1)
                .forEach(main -> server.fqdn(Texts.text(main.path("reverseLookup")))
                        .ansibleHost(Texts.address(main.path("ip"))));
        List<Map<String, Object>> ips = new ArrayList<>();
        facts.ips().stream().sorted(ORDER).forEach(ip -> ips.add(ip(ip)));
        if (!ips.isEmpty()) {
            server.property("ips", ips);
        }
        facts.server()
                .path("privateNetworks")
                .forEach(network ->
                        server.relation(RelationshipType.CONNECTED_TO, PrivateNetworkMapper.reference(network)));
    }

    private static String type(JsonNode ip) {
        return ip.path("networkType").asText();
    }

    private static Map<String, Object> ip(JsonNode ip) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ip", ip.path("ip").asText());
        facts.put("network_type", type(ip));
        facts.put("version", ip.path("version").asInt());
        facts.put("main", ip.path("mainIp").asBoolean());
        facts.put("floating", ip.path("floatingIp").asBoolean());
        facts.put("null_routed", ip.path("nullRouted").asBoolean());
        facts.put("reverse", ip.path("reverseLookup").asText(""));
        facts.put("ddos_protection", ip.path("ddos").path("protectionType").asText(""));
        return facts;
    }
}
