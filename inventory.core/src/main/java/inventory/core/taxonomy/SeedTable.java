package inventory.core.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A table shipped with the bundle: one row per line, fields divided by tabs, names in the first line.
 *
 * @param rows column name → field, in the order of the file
 * @param digest of the file
 */
record SeedTable(List<Map<String, String>> rows, String digest) {
    static SeedTable read(String file) {
        try (InputStream in = SeedTable.class.getResourceAsStream(file)) {
            byte[] bytes = in.readAllBytes();
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            String[] names = fields(lines.get(0));
            List<Map<String, String>> rows =
                    lines.stream().skip(1).map(line -> row(names, fields(line))).toList();
            return new SeedTable(rows, UUID.nameUUIDFromBytes(bytes).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] fields(String line) {
        return line.split("\t", -1);
    }

    private static Map<String, String> row(String[] names, String[] fields) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], fields[i]);
        }
        return row;
    }
}
