package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.InvalidInputException;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import provider.leaseweb.client.LeasewebClient;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.PartitionSchema;

/** What is to be installed, checked against what LeaseWeb offers before anything is changed. */
final class Installation {
    private static final int MOST_NAMED = 20;
    private static final String KEY = "(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?";
    private static final String HOSTNAME =
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*";

    private final LeasewebClient client;
    private final Map<String, Object> parameters;
    private final KeptSchemas schemas;
    private final Map<String, Object> order = new LinkedHashMap<>();

    Installation(LeasewebClient client, Map<String, Object> parameters, KeptSchemas schemas) {
        this.client = client;
        this.parameters = parameters;
        this.schemas = schemas;
    }

    /** The body of the request. */
    Map<String, Object> order() throws ProviderException, InterruptedException {
        String system = text("operating_system");
        offered("operating_system", system, ids(client.list("/operatingSystems", "operatingSystems", "")));
        order.put("operatingSystemId", system);
        put("hostname", "hostname");
        put("device", "device");
        put("password", "password");
        put("timezone", "timezone");
        order.put("powerCycle", !Boolean.FALSE.equals(parameters.get("power_cycle")));
        checkNames();
        keys();
        script();
        raid();
        String path = "/operatingSystems/" + LeasewebClient.segment(system);
        panel(path);
        partitions(path);
        return order;
    }

    private void checkNames() throws ProviderException {
        String hostname = text("hostname");
        if (!hostname.isEmpty() && !hostname.matches(HOSTNAME)) {
            throw refused("hostname '" + hostname + "' is no name of a host.");
        }
        String zone = text("timezone");
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw refused("timezone '" + zone + "' is none; expected UTC or one such as Europe/Amsterdam.");
        }
    }

    private void keys() throws ProviderException {
        if (!(parameters.get("ssh_keys") instanceof List<?> keys) || keys.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Object key : keys) {
            String line = key.toString().strip();
            if (!line.matches(KEY)) {
                throw refused("Entry " + (lines.size() + 1)
                        + " of ssh_keys is no public key; expected a line such as 'ssh-ed25519 AAAA… name'.");
            }
            lines.add(line);
        }
        order.put("sshKeys", String.join("\n", lines));
    }

    private void script() {
        String script = parameters.getOrDefault("post_install_script", "").toString();
        if (!script.isBlank()) {
            order.put("postInstallScript", Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void raid() throws ProviderException {
        String type = text("raid_type");
        Object level = parameters.get("raid_level");
        Object disks = parameters.get("raid_disks");
        boolean built = type.equals("HW") || type.equals("SW");
        if (built != (level != null) || (disks != null && !built)) {
            throw refused(
                    "raid_type HW and SW need a raid_level, and without one of them there is none, nor raid_disks.");
        }
        if (disks instanceof Long count && count < 1) {
            throw refused("raid_disks must be 1 or more, not " + count + ".");
        }
        if (!type.isEmpty()) {
            Map<String, Object> raid = new LinkedHashMap<>();
            raid.put("type", type);
            if (built) {
                raid.put("level", level);
            }
            if (disks != null) {
                raid.put("numberOfDisks", disks);
            }
            order.put("raid", raid);
        }
    }

    private void panel(String path) throws ProviderException, InterruptedException {
        String panel = text("control_panel");
        if (!panel.isEmpty()) {
            offered("control_panel", panel, ids(client.list(path + "/controlPanels", "controlPanels", "")));
            order.put("controlPanelId", panel);
        }
    }

    private void partitions(String path) throws ProviderException, InterruptedException {
        String name = text("partition_schema");
        String typed = text("partitions");
        if (!name.isEmpty() && !typed.isEmpty()) {
            throw refused("partitions and partition_schema are two ways to say the same; give one of them.");
        } else if (!name.isEmpty()) {
            partitions(path, "partition_schema '" + name + "'", kept(name));
        } else if (!typed.isEmpty()) {
            partitions(path, "partitions", typed(typed));
        }
    }

    private void partitions(String path, String source, PartitionSchema schema)
            throws ProviderException, InterruptedException {
        List<String> filesystems = new ArrayList<>();
        client.get(path).path("supportedFileSystems").forEach(each -> filesystems.add(each.asText()));
        try {
            schema.requireKnown(filesystems);
        } catch (InvalidInputException wrong) {
            throw refused(source, wrong);
        }
        order.put("partitions", schema.order());
    }

    private PartitionSchema kept(String name) throws ProviderException {
        Optional<NamedSchema> kept = schemas.find(name);
        if (kept.isEmpty()) {
            throw unknown("partition_schema", name, schemas.names());
        }
        return kept.get().schema();
    }

    private static PartitionSchema typed(String text) throws ProviderException {
        try {
            return PartitionSchema.parse(text);
        } catch (InvalidInputException wrong) {
            throw refused("partitions", wrong);
        }
    }

    private static List<String> ids(List<JsonNode> offers) {
        return offers.stream().map(offer -> offer.path("id").asText()).sorted().toList();
    }

    private static void offered(String parameter, String wanted, List<String> offers) throws ProviderException {
        if (!offers.contains(wanted)) {
            throw unknown(parameter, wanted, offers);
        }
    }

    private static ProviderException unknown(String parameter, String wanted, List<String> known) {
        String named = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return refused(parameter + " '" + wanted + "' is unknown; there is " + (named.isEmpty() ? "none" : named)
                + (known.size() > MOST_NAMED ? " and " + (known.size() - MOST_NAMED) + " more." : "."));
    }

    private void put(String parameter, String key) {
        if (!text(parameter).isEmpty()) {
            order.put(key, text(parameter));
        }
    }

    private String text(String parameter) {
        return parameters.getOrDefault(parameter, "").toString().strip();
    }

    private static ProviderException refused(String source, InvalidInputException wrong) {
        return refused(source + ": " + String.join(" ", wrong.errors().get(PartitionSchema.FIELD)));
    }

    private static ProviderException refused(String message) {
        return new ProviderException(FailureKind.INTERNAL, message + " Nothing was changed.");
    }
}
