package inventory.core.shell;

import inventory.api.InvalidInputException;
import inventory.api.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What of a list is wanted, in the words of REST. */
final class ListArguments {
    private static final int TABLE_ROWS = 100;

    @Mixin
    Format.Choice output;

    @Parameters(
            paramLabel = "FILTER=VALUE",
            description = "Filters as in REST: vendor=aws, name__icontains=web. All must hold.")
    List<String> filters = new ArrayList<>();

    @Option(
            names = {"-s", "--search"},
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Words, each of which must be found in a searchable field.")
    String search;

    @Option(
            names = {"-r", "--order"},
            paramLabel = "FIELD",
            split = ",",
            description = "Order by these fields; -FIELD for descending.")
    List<String> order = new ArrayList<>();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "ROWS",
            description = "Most rows; 0 for all. Default: " + TABLE_ROWS + " in a table, all in json and yaml.")
    Optional<Long> limit = Optional.empty();

    /** @return the most rows to write */
    long most() {
        long usual = output.format == Format.TABLE ? TABLE_ROWS : 0;
        long rows = limit.orElse(usual);
        if (rows < 0) {
            throw InvalidInputException.of("--limit", "Must be 0 or more.");
        }
        return rows == 0 ? Long.MAX_VALUE : rows;
    }

    /** @throws InvalidInputException a word is no filter */
    Query query() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw InvalidInputException.of(filter, "Expected a filter of the form NAME=VALUE.");
            }
            byName.computeIfAbsent(filter.substring(0, equals), name -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        int size = (int) Math.min(most(), Query.MAX_PAGE_SIZE);
        return new Query(byName, search, order, 1, size, Optional.empty());
    }
}
