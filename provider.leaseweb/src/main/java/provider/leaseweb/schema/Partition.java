package provider.leaseweb.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One partition of a disk.
 *
 * @param mountpoint empty for swap
 * @param size MB, or {@code *} for what is left
 */
public record Partition(String filesystem, String mountpoint, String size) {
    /** The size that stands for what is left. */
    static final String REST = "*";

    private static final Set<String> KEYS = Set.of("filesystem", "mountpoint", "size");
    private static final Pattern FILESYSTEM = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final Pattern MOUNTPOINT = Pattern.compile("/[^\\s\\p{Cntrl}]{0,254}");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,8}|\\*");

    /** @throws IllegalArgumentException the message says what is wrong */
    static Partition of(Map<String, ?> typed) {
        if (!KEYS.containsAll(typed.keySet()) || !typed.containsKey("filesystem") || !typed.containsKey("size")) {
            throw new IllegalArgumentException("must have filesystem and size, may have mountpoint, and has "
                    + new TreeMap<>(typed).keySet() + ".");
        }
        Partition partition = new Partition(text(typed, "filesystem"), text(typed, "mountpoint"), text(typed, "size"));
        if (!FILESYSTEM.matcher(partition.filesystem).matches()) {
            throw new IllegalArgumentException("file system '" + partition.filesystem + "' is no name of one.");
        }
        if (!SIZE.matcher(partition.size).matches()) {
            throw new IllegalArgumentException(
                    "size must be a number of MB, or * for what is left, not '" + partition.size + "'.");
        }
        boolean mounted = MOUNTPOINT.matcher(partition.mountpoint).matches();
        if (partition.filesystem.equals("swap") ? !partition.mountpoint.isEmpty() : !mounted) {
            throw new IllegalArgumentException("a mountpoint is a path such as /home, and only swap has none; this is '"
                    + partition.mountpoint + "'.");
        }
        return partition;
    }

    /** As LeaseWeb's API takes it. */
    Map<String, String> order() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("filesystem", filesystem);
        if (!mountpoint.isEmpty()) {
            order.put("mountpoint", mountpoint);
        }
        order.put("size", size);
        return order;
    }

    private static String text(Map<String, ?> typed, String key) {
        Object value = typed.containsKey(key) ? typed.get(key) : "";
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new IllegalArgumentException(key + " is no text.");
    }
}
