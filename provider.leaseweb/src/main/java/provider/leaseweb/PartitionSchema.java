package provider.leaseweb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.provider.ProviderException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The partitions of an installation, written by a person as JSON. */
final class PartitionSchema {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> KEYS = Set.of("filesystem", "mountpoint", "size");
    /** MB, or what is left. */
    private static final String SIZE = "[1-9]\\d{0,8}|\\*";

    private PartitionSchema() {}

    /** @param filesystems that the operating system knows; empty if it does not say */
    static List<Map<String, String>> read(String text, List<String> filesystems) throws ProviderException {
        JsonNode schema = parsed(text);
        List<Map<String, String>> partitions = new ArrayList<>();
        Set<String> mounted = new HashSet<>();
        int rests = 0;
        for (JsonNode node : schema) {
            Map<String, String> partition = partition(node, partitions.size() + 1, filesystems);
            String mountpoint = partition.getOrDefault("mountpoint", "");
            if (!mountpoint.isEmpty() && !mounted.add(mountpoint)) {
                throw Installation.refused("partitions mounts " + mountpoint + " twice.");
            }
            rests += partition.get("size").equals("*") ? 1 : 0;
            partitions.add(partition);
        }
        if (!mounted.contains("/")) {
            throw Installation.refused("partitions has none with the mountpoint /.");
        }
        if (rests > 1) {
            throw Installation.refused("partitions gives what is left, size *, to " + rests + " of them.");
        }
        return partitions;
    }

    private static JsonNode parsed(String text) throws ProviderException {
        try {
            JsonNode schema = JSON.readTree(text);
            if (schema.isArray()) {
                return schema;
            }
        } catch (JsonProcessingException e) {
            throw Installation.refused("partitions is no JSON: " + e.getOriginalMessage() + ".");
        }
        throw Installation.refused("partitions must be a JSON array of {filesystem, mountpoint, size}.");
    }

    private static Map<String, String> partition(JsonNode node, int number, List<String> filesystems)
            throws ProviderException {
        Map<String, String> partition = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> partition.put(field.getKey(), field.getValue().asText()));
        String where = "Partition " + number;
        if (!KEYS.containsAll(partition.keySet())
                || !partition.containsKey("filesystem")
                || !partition.containsKey("size")) {
            throw Installation.refused(
                    where + " must have filesystem and size, may have mountpoint, and has " + partition.keySet() + ".");
        }
        String filesystem = partition.get("filesystem");
        if (!filesystems.isEmpty() && !filesystems.contains(filesystem)) {
            throw Installation.refused(where + ": the operating system knows no file system '" + filesystem + "', only "
                    + String.join(", ", filesystems) + ".");
        }
        if (!partition.get("size").matches(SIZE)) {
            throw Installation.refused(where + ": size must be a number of MB, or * for what is left, not '"
                    + partition.get("size") + "'.");
        }
        String mountpoint = partition.getOrDefault("mountpoint", "");
        if (filesystem.equals("swap") != mountpoint.isEmpty()
                || (!mountpoint.isEmpty() && !mountpoint.startsWith("/"))) {
            throw Installation.refused(where + ": a mountpoint is a path such as /home, and only swap has none.");
        }
        return partition;
    }
}
