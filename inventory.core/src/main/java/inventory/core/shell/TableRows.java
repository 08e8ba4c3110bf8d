package inventory.core.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Columns as wide as what stands in them, so all rows are gathered first. */
final class TableRows implements Rows {
    private static final int WIDEST = 60;
    private static final int GAP = 2;

    private final PrintStream out;
    private final List<String> columns;
    private final List<List<String>> cells = new ArrayList<>();

    TableRows(PrintStream out, List<String> columns) {
        this.out = out;
        this.columns = columns;
        cells.add(columns.stream()
                .map(column -> column.replaceFirst(":.*", ""))
                .map(title -> title.toUpperCase(Locale.ROOT).replace('_', ' '))
                .toList());
    }

    /** One record, a field a line; fields without a value are left out. */
    static void fields(PrintStream out, Map<String, Object> record) {
        List<List<String>> cells = record.entrySet().stream()
                .map(field -> List.of(field.getKey(), Fields.cell(field.getValue())))
                .filter(field -> !field.get(1).isEmpty())
                .toList();
        print(out, cells, Integer.MAX_VALUE);
    }

    @Override
    public void add(Object row) {
        Map<String, Object> fields = Fields.of(row);
        cells.add(columns.stream()
                .map(column -> column.replaceFirst(".*:", ""))
                .map(name -> Fields.cell(fields.get(name)))
                .toList());
    }

    @Override
    public void end() {
        print(out, cells, WIDEST);
    }

    /** @param widest longer cells are cut */
    static void print(PrintStream out, List<List<String>> cells, int widest) {
        if (cells.isEmpty()) {
            return;
        }
        Column[] columns = new Column[cells.get(0).size()];
        for (int i = 0; i < columns.length; i++) {
            int place = i;
            int width = cells.stream()
                    .mapToInt(row -> row.get(place).length())
                    .max()
                    .orElse(0);
            int gap = i == 0 ? 0 : GAP;
            columns[i] = new Column(Math.min(Math.max(width, 1), widest) + gap, gap, Column.Overflow.TRUNCATE);
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        cells.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
        table.toString().lines().map(String::stripTrailing).forEach(out::println);
    }
}
