package provider.internal.csv;

import inventory.api.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import provider.internal.ImportRow;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/**
 * Reads tables as spreadsheets write them: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs. Columns
 * are found by the names in the first row; which of them are there, and in which order, does not matter.
 */
public final class MachineCsvReader {
    private static final int MOST_ROWS = 50_000;
    private static final String FIELD = "csv";

    private MachineCsvReader() {}

    /** @throws InvalidInputException the table as a whole cannot be read; what is wrong with one row stands in the row */
    public static List<ImportRow> read(byte[] table) {
        String text = text(table);
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(separator(text)).build();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.stream().limit(MOST_ROWS + 2L).toList();
            if (records.isEmpty()) {
                throw wrong("The table is empty. Its first row names the columns: " + known() + ".");
            } else if (records.size() > MOST_ROWS + 1) {
                throw wrong("A table has at most " + MOST_ROWS + " rows.");
            }
            List<String> columns = columns(records.get(0));
            return records.stream()
                    .skip(1)
                    .filter(row -> !isBlank(row))
                    .map(row -> row(columns, row))
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw wrong("The quotes in the table are not balanced: " + malformed.getMessage() + ".");
        }
    }

    private static String text(byte[] table) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong("The table is not UTF-8. Save it as CSV UTF-8.");
        }
    }

    /** What stands most often in the first row; no name of a column has any of them. */
    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .orElseThrow();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> columns(CSVRecord head) {
        List<String> columns = head.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            boolean isKnown = Fact.of(column).isPresent()
                    || MachineCsv.OTHERS.contains(column)
                    || (column.startsWith(MachineCsv.TAG) && column.length() > MachineCsv.TAG.length());
            if (!isKnown) {
                throw wrong("Unknown column '" + column + "'. Known: " + known() + ".");
            } else if (!seen.add(column)) {
                throw wrong("The column '" + column + "' is there twice.");
            }
        }
        return columns;
    }

    private static String known() {
        Collection<String> names = new ArrayList<>(MachineCsv.OTHERS);
        Stream.of(Fact.values()).map(Fact::key).forEach(names::add);
        return String.join(", ", names) + ", " + MachineCsv.TAG + "KEY";
    }

    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static ImportRow row(List<String> columns, CSVRecord row) {
        int number = (int) row.getRecordNumber();
        if (row.size() != columns.size()) {
            String reason = "The row has " + row.size() + " cells, the first row " + columns.size() + ".";
            return new ImportRow(number, "", Map.of(), Map.of(), Optional.of(reason));
        }
        String id = "";
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = MachineCsv.unguarded(row.get(i));
            if (column.equals(MachineCsv.ID)) {
                id = cell.strip();
            } else if (column.startsWith(MachineCsv.TAG)) {
                tags.put(column.substring(MachineCsv.TAG.length()), cell);
            }
            Fact.of(column).ifPresent(fact -> facts.put(fact, cell));
        }
        tags.keySet().removeAll(Machine.PLACE_TAGS);
        return new ImportRow(number, id, facts, tags, Optional.empty());
    }

    private static InvalidInputException wrong(String reason) {
        return InvalidInputException.of(FIELD, reason);
    }
}
