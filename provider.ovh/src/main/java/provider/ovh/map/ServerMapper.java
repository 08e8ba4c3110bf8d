package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A dedicated server as a bare-metal machine. */
public final class ServerMapper {
    public static final String TYPE = "bare_metal";

    private ServerMapper() {}

    public static ResourceData resource(JsonNode server, ServerFacts facts) {
        String name = Fields.text(server, "name");
        String shown = Fields.text(server.path("iam"), "displayName");
        Location location = Location.of(Fields.text(server, "datacenter"));
        ResourceData.Builder builder = ResourceData.of(name, TYPE)
                .name(shown.isBlank() ? name : shown)
                .canonicalId(Fields.text(server.path("iam"), "urn"))
                .vendorIdentifier("service_name", name)
                .vendorIdentifier("server_id", Fields.text(server, "serverId"))
                .vendorType("Dedicated Server")
                .state(state(server))
                .powerState(Fields.text(server, "powerState"))
                .region(first(Fields.text(server, "region"), location.region()))
                .availabilityZone(first(Fields.text(server, "availabilityZone"), location.code()))
                .flavor(Fields.text(server, "commercialRange"))
                .fqdn(Fields.text(server, "reverse").replaceFirst("\\.$", ""))
                .osName(Fields.text(server, "os"))
                .osType(osType(Fields.text(server, "os")))
                .ipAddress(Fields.text(server, "ip"));
        properties(builder, server);
        server.path("iam")
                .path("tags")
                .properties()
                .forEach(tag -> builder.providerTag(tag.getKey(), tag.getValue().asText("")));
        location.tag(builder);
        addresses(builder, facts.blocks());
        facts.hardware().ifPresent(hardware -> HardwareMapper.add(builder, hardware));
        facts.raid().ifPresent(raid -> HardwareMapper.addRaid(builder, raid));
        facts.controllers()
                .ifPresent(macs -> Fields.texts(macs).forEach(mac -> builder.macAddress(mac.toLowerCase(Locale.ROOT))));
        facts.service().ifPresent(service -> service(builder, service));
        return builder.build();
    }

    private static ResourceState state(JsonNode server) {
        boolean off = Fields.text(server, "powerState").equals("poweroff");
        return switch (Fields.text(server, "state")) {
            case "ok" -> off ? ResourceState.STOPPED : ResourceState.RUNNING;
            case "error" -> ResourceState.ERROR;
            case "hacked", "hackedBlocked" -> ResourceState.SUSPENDED;
            default -> ResourceState.UNKNOWN;
        };
    }

    private static String osType(String os) {
        if (os.isEmpty() || os.startsWith("none") || os.startsWith("esxi")) {
            return "";
        }
        return os.startsWith("win") ? "windows" : "linux";
    }

    private static void properties(ResourceData.Builder builder, JsonNode server) {
        Fields.properties(
                builder,
                server,
                "datacenter",
                "datacenter",
                "rack",
                "rack",
                "server_state",
                "state",
                "support_level",
                "supportLevel",
                "link_speed_mbps",
                "linkSpeed",
                "monitoring",
                "monitoring",
                "no_intervention",
                "noIntervention",
                "professional_use",
                "professionalUse",
                "boot_id",
                "bootId",
                "root_device",
                "rootDevice");
    }

    /** A single address is one of the machine's; a larger block is only routed to it. */
    private static void addresses(ResourceData.Builder builder, List<String> blocks) {
        List<String> larger = new ArrayList<>();
        for (String block : blocks) {
            if (block.endsWith("/32") || block.endsWith("/128") || !block.contains("/")) {
                builder.ipAddress(block.replaceFirst("/.*", ""));
            } else {
                larger.add(block);
            }
        }
        if (!larger.isEmpty()) {
            builder.property("ip_blocks", larger);
        }
    }

    private static void service(ResourceData.Builder builder, JsonNode service) {
        Fields.properties(
                builder,
                service,
                "service_id",
                "serviceId",
                "service_status",
                "status",
                "expiration",
                "expiration",
                "engaged_up_to",
                "engagedUpTo",
                "renewal_type",
                "renewalType");
        Fields.properties(builder, service.path("renew"), "renew_automatically", "automatic");
        builder.emsCreatedOn(Fields.time(service, "creation"));
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }
}
