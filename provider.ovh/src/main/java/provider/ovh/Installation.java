package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import provider.ovh.client.OvhClient;

/** Makes the order of an installation: checks the template, chooses disks, RAID and partition scheme. Changes nothing. */
record Installation(OvhClient client, String server) {
    private static final String NONE = "none";
    private static final String AUTO = "auto";

    /** The disks it goes to. */
    private record Disks(int group, int number, boolean controller, String usualRaid) {}

    /** @return the body of the order */
    Map<String, Object> order(Map<String, Object> parameters) throws ProviderException, InterruptedException {
        String template = parameters.get("template").toString();
        check(template);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("operatingSystem", template);
        Map<String, Object> customizations = new LinkedHashMap<>();
        copy(parameters, "hostname", customizations, "hostname");
        copy(parameters, "ssh_key", customizations, "sshKey");
        copy(parameters, "post_install_script", customizations, "postInstallationScript");
        if (!customizations.isEmpty()) {
            order.put("customizations", customizations);
        }
        Map<String, Object> storage = storage(template, parameters);
        if (!storage.isEmpty()) {
            order.put("storage", List.of(storage));
        }
        return order;
    }

    private void check(String template) throws ProviderException, InterruptedException {
        JsonNode compatible = client.get(server + "/install/compatibleTemplates");
        List<String> known = new ArrayList<>();
        compatible.path("ovh").forEach(one -> known.add(one.asText()));
        compatible.path("personal").forEach(one -> known.add(one.asText()));
        if (!known.contains(template)) {
            throw Following.refused("template: '" + template + "' cannot be installed on this server; there are "
                    + String.join(", ", known) + ".");
        }
    }

    private Map<String, Object> storage(String template, Map<String, Object> parameters)
            throws ProviderException, InterruptedException {
        Disks disks = disks(Optional.ofNullable((Long) parameters.get("disk_group")));
        Map<String, Object> storage = new LinkedHashMap<>();
        if (parameters.containsKey("disk_group")) {
            storage.put("diskGroupId", disks.group());
        }
        Optional<Integer> level =
                raid(parameters.getOrDefault("hardware_raid", NONE).toString(), disks);
        if (level.isPresent()) {
            storage.put("diskGroupId", disks.group());
            storage.put("hardwareRaid", List.of(Map.of("raidLevel", level.get())));
        }
        Optional<String> scheme = scheme(template, parameters, level.isPresent() ? "raid" : "" + disks.number());
        scheme.ifPresent(name -> storage.put("partitioning", Map.of("schemeName", name)));
        return storage;
    }

    /** The group that is asked for, else the first, which is where the platform would install. */
    private Disks disks(Optional<Long> wanted) throws ProviderException, InterruptedException {
        JsonNode groups = client.get(server + "/specifications/hardware").path("diskGroups");
        for (JsonNode group : groups) {
            if (wanted.isEmpty() || wanted.get() == group.path("diskGroupId").asLong(0)) {
                return new Disks(
                        group.path("diskGroupId").asInt(0),
                        group.path("numberOfDisks").asInt(0),
                        !group.path("raidController").asText("").isBlank(),
                        group.path("defaultHardwareRaidType").asText(""));
            }
        }
        throw Following.refused(wanted.map(id -> "disk_group: the server has no disk group " + id + ".")
                .orElse("The server has no disks to install on."));
    }

    /** Empty: no hardware RAID. */
    private static Optional<Integer> raid(String wanted, Disks disks) throws ProviderException {
        if (wanted.equals(NONE) || (wanted.equals(AUTO) && !disks.controller())) {
            return Optional.empty();
        }
        if (!disks.controller()) {
            throw Following.refused(
                    "hardware_raid: the disks of group " + disks.group() + " have no RAID controller; use none.");
        }
        return Optional.of(wanted.equals(AUTO) ? usual(disks) : Integer.parseInt(wanted));
    }

    /** What the server is delivered with, else what suits the number of disks. */
    private static int usual(Disks disks) {
        if (disks.usualRaid().matches("raid\\d+")) {
            return Integer.parseInt(disks.usualRaid().substring("raid".length()));
        }
        return switch (disks.number()) {
            case 1 -> 0;
            case 2 -> 1;
            case 3 -> 5;
            default -> disks.number() % 2 == 0 ? 10 : 6;
        };
    }

    /** The scheme that is named, else the one named for such disks; empty: the template's own. */
    private Optional<String> scheme(String template, Map<String, Object> parameters, String disks)
            throws ProviderException, InterruptedException {
        Optional<String> wanted = Optional.ofNullable(parameters.get("partition_scheme"))
                .map(Object::toString)
                .filter(name -> !name.isBlank());
        if (wanted.isEmpty() && parameters.get("partition_schemes") instanceof List<?> rules) {
            wanted = rules.stream()
                    .map(rule -> rule.toString().split("=", 2))
                    .filter(rule -> rule.length == 2 && rule[0].strip().equals(disks))
                    .map(rule -> rule[1].strip())
                    .findFirst();
        }
        if (wanted.isPresent()) {
            List<String> known = new ArrayList<>();
            client.get(server + "/install/compatibleTemplatePartitionSchemes?templateName="
                            + OvhClient.segment(template))
                    .forEach(one -> known.add(one.asText()));
            if (!known.contains(wanted.get())) {
                throw Following.refused("partition_scheme: '" + wanted.get() + "' is none of this template; there are "
                        + String.join(", ", known) + ".");
            }
        }
        return wanted;
    }

    private static void copy(Map<String, Object> from, String parameter, Map<String, Object> to, String field) {
        if (from.get(parameter) instanceof String text && !text.isBlank()) {
            to.put(field, text);
        }
    }

    /** What an order says about disks, for people. */
    static String storage(Map<String, Object> order) {
        return order.containsKey("storage") ? " with " + order.get("storage") : " with its own partitions";
    }
}
