package provider.leaseweb.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The partitions of an installation. They can be made together; whether an operating system knows their file systems is another question. */
public record PartitionSchema(List<Partition> partitions) {
    /** The field that a wrong schema is told as. */
    public static final String FIELD = "partitions";

    private static final int MOST = 50;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public PartitionSchema {
        partitions = List.copyOf(partitions);
    }

    /** @throws InvalidInputException it breaks rules: all of them are told, each with the partition */
    public static PartitionSchema of(List<? extends Map<String, ?>> typed) {
        if (typed.size() > MOST) {
            throw refused(List.of("At most " + MOST + " partitions, not " + typed.size() + "."));
        }
        List<Partition> partitions = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int number = 1; number <= typed.size(); number++) {
            try {
                partitions.add(Partition.of(typed.get(number - 1)));
            } catch (IllegalArgumentException e) {
                wrong.add("Partition " + number + ": " + e.getMessage());
            }
        }
        if (wrong.isEmpty()) {
            wrong.addAll(disagreements(partitions));
        }
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return new PartitionSchema(partitions);
    }

    /**
     * @param text a JSON array, written by a person or by {@link #json()}
     * @throws InvalidInputException as above
     */
    public static PartitionSchema parse(String text) {
        JsonNode schema = tree(text);
        List<Map<String, Object>> typed = new ArrayList<>();
        schema.forEach(node -> typed.add(node.isObject() ? JSON.convertValue(node, OBJECT) : Map.of()));
        return of(typed);
    }

    /** As {@link #parse} takes it. */
    public String json() {
        return JSON.valueToTree(order()).toString();
    }

    /** As LeaseWeb's API takes it. */
    public List<Map<String, String>> order() {
        return partitions.stream().map(Partition::order).toList();
    }

    /**
     * @param filesystems that the operating system knows; empty if it does not say
     * @throws InvalidInputException it does not know one of these
     */
    public void requireKnown(List<String> filesystems) {
        List<String> wrong = IntStream.range(0, filesystems.isEmpty() ? 0 : partitions.size())
                .filter(index -> !filesystems.contains(partitions.get(index).filesystem()))
                .mapToObj(index -> "Partition " + (index + 1) + ": the operating system knows no file system '"
                        + partitions.get(index).filesystem() + "', only " + String.join(", ", filesystems) + ".")
                .toList();
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
    }

    private static List<String> disagreements(List<Partition> partitions) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> mounted = new LinkedHashMap<>();
        for (int number = 1; number <= partitions.size(); number++) {
            String mountpoint = partitions.get(number - 1).mountpoint();
            Integer earlier = mountpoint.isEmpty() ? null : mounted.putIfAbsent(mountpoint, number);
            if (earlier != null) {
                wrong.add("Partition " + number + ": partition " + earlier + " is mounted at " + mountpoint
                        + " already.");
            }
        }
        if (!mounted.containsKey("/")) {
            wrong.add("There is none with the mountpoint /.");
        }
        List<String> rests = IntStream.range(0, partitions.size())
                .filter(index -> partitions.get(index).size().equals(Partition.REST))
                .mapToObj(index -> String.valueOf(index + 1))
                .toList();
        if (rests.size() > 1) {
            wrong.add("Partitions " + String.join(", ", rests) + " all get what is left, size *; only one can.");
        }
        return wrong;
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode schema = JSON.readTree(text);
            if (schema.isArray()) {
                return schema;
            }
        } catch (JsonProcessingException e) {
            throw refused(List.of("This is no JSON: " + e.getOriginalMessage() + "."));
        }
        throw refused(List.of("Must be a JSON array of {filesystem, mountpoint, size}."));
    }

    private static InvalidInputException refused(List<String> reasons) {
        return new InvalidInputException(Map.of(FIELD, reasons));
    }
}
