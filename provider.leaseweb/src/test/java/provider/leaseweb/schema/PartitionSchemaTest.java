package provider.leaseweb.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionSchemaTest {
    private static final Map<String, Object> ROOT = Map.of("filesystem", "ext4", "mountpoint", "/", "size", "*");
    private static final Map<String, Object> SWAP = Map.of("filesystem", "swap", "mountpoint", "", "size", 4096);

    @Test
    void itIsTheSameWhenItWasWrittenAndRead() {
        PartitionSchema schema = PartitionSchema.of(List.of(SWAP, ROOT));
        assertEquals(new Partition("swap", "", "4096"), schema.partitions().get(0));
        assertEquals(
                "[{\"filesystem\":\"swap\",\"size\":\"4096\"},{\"filesystem\":\"ext4\",\"mountpoint\":\"/\",\"size\":\"*\"}]",
                schema.json());
        assertEquals(schema, PartitionSchema.parse(schema.json()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | must have filesystem and size, may have mountpoint, and has [].",
                "{\"filesystem\": \"e 4\", \"mountpoint\": \"/x\", \"size\": \"9\"} | file system 'e 4' is no name of one.",
                "{\"filesystem\": \"xfs\", \"mountpoint\": \"/x\", \"size\": \"0\"} | size must be a number of MB, or * for what is left, not '0'.",
                "{\"filesystem\": \"xfs\", \"mountpoint\": \"/x\", \"size\": 1000000000} | size must be a number of MB, or * for what is left, not '1000000000'.",
                "{\"filesystem\": \"xfs\", \"mountpoint\": [\"/x\"], \"size\": \"9\"} | mountpoint is no text.",
                "{\"filesystem\": \"xfs\", \"mountpoint\": \"x\", \"size\": \"9\"} | a mountpoint is a path such as /home, and only swap has none; this is 'x'.",
                "{\"filesystem\": \"swap\", \"mountpoint\": \"/x\", \"size\": \"9\"} | a mountpoint is a path such as /home, and only swap has none; this is '/x'.",
            })
    void thePartitionThatIsWrongIsNamed(String second, String told) {
        assertEquals(
                List.of("Partition 2: " + told),
                wrong(() -> PartitionSchema.parse("[{\"filesystem\": \"swap\", \"size\": \"9\"}, " + second + "]")));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Map<String, Object> home = Map.of("filesystem", "xfs", "mountpoint", "/home", "size", "*");
        assertEquals(
                List.of(
                        "Partition 2: partition 1 is mounted at /home already.",
                        "There is none with the mountpoint /.",
                        "Partitions 1, 2 all get what is left, size *; only one can."),
                wrong(() -> PartitionSchema.of(List.of(home, home))));
        assertEquals(2, wrong(() -> PartitionSchema.parse("[{}, {}]")).size());
        assertEquals(
                List.of("At most 50 partitions, not 51."),
                wrong(() -> PartitionSchema.of(Collections.nCopies(51, ROOT))));
    }

    @Test
    void anOperatingSystemThatSaysNothingTakesAll() {
        PartitionSchema schema = PartitionSchema.of(List.of(SWAP, ROOT));
        schema.requireKnown(List.of());
        schema.requireKnown(List.of("ext4", "swap"));
        assertEquals(
                List.of("Partition 2: the operating system knows no file system 'ext4', only xfs, swap."),
                wrong(() -> schema.requireKnown(List.of("xfs", "swap"))));
    }

    @Test
    void theLargestCanBeKept() {
        List<Map<String, Object>> largest = new ArrayList<>(List.of(ROOT));
        for (int number = 1; number < 50; number++) {
            largest.add(Map.of(
                    "filesystem", "f".repeat(32), "mountpoint", "/" + "\"".repeat(252) + number, "size", "999999999"));
        }
        int length = PartitionSchema.of(largest).json().length();
        assertTrue(length > 29_000 && length <= 32_000, "the column has 32,000: " + length);
    }

    private static List<String> wrong(Runnable made) {
        return assertThrows(InvalidInputException.class, made::run).errors().get("partitions");
    }
}
