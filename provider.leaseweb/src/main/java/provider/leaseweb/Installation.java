package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import provider.leaseweb.client.LeasewebClient;

/** What is to be installed, checked against what LeaseWeb offers before anything is changed. */
final class Installation {
    private static final int MOST_NAMED = 20;
    private static final String KEY = "(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?";
    private static final String HOSTNAME =
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*";

    private final LeasewebClient client;
    private final Map<String, Object> parameters;
    private final Map<String, Object> order = new LinkedHashMap<>();

    Installation(LeasewebClient client, Map<String, Object> parameters) {
        this.client = client;
        this.parameters = parameters;
    }

    /** The body of the request. */
    Map<String, Object> order() throws ProviderException, InterruptedException {
        String system = text("operating_system");
        offered("operating_system", system, client.list("/operatingSystems", "operatingSystems", ""));
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
            offered("control_panel", panel, client.list(path + "/controlPanels", "controlPanels", ""));
            order.put("controlPanelId", panel);
        }
    }

    private void partitions(String path) throws ProviderException, InterruptedException {
        String text = text("partitions");
        if (!text.isEmpty()) {
            List<String> filesystems = new ArrayList<>();
            client.get(path).path("supportedFileSystems").forEach(each -> filesystems.add(each.asText()));
            order.put("partitions", PartitionSchema.read(text, filesystems));
        }
    }

    private static void offered(String parameter, String wanted, List<JsonNode> offers) throws ProviderException {
        List<String> ids =
                offers.stream().map(offer -> offer.path("id").asText()).sorted().toList();
        if (!ids.contains(wanted)) {
            throw refused(parameter + " '" + wanted + "' is not offered; there is "
                    + ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more." : "."));
        }
    }

    private void put(String parameter, String key) {
        if (!text(parameter).isEmpty()) {
            order.put(key, text(parameter));
        }
    }

    private String text(String parameter) {
        return parameters.getOrDefault(parameter, "").toString().strip();
    }

    static ProviderException refused(String message) {
        return new ProviderException(FailureKind.INTERNAL, message + " Nothing was changed.");
    }
}
