package provider.internal.csv;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What tables that are written and tables that are read have alike. */
final class MachineCsv {
    static final String ID = "id";
    /** Before the key of a tag, in the name of its column. */
    static final String TAG = "tag.";
    /** Columns that are no facts; all but the id are for reading only. */
    static final Set<String> OTHERS = new TreeSet<>(List.of(ID, "provider", "version", "created", "modified"));

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private MachineCsv() {}

    /** A spreadsheet takes these for formulas, unless there is an apostrophe in front. */
    static String guarded(String value) {
        boolean formula = !value.isEmpty() && (FORMULA_STARTS + "'").indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }

    /** @return the value that {@link #guarded} had */
    static String unguarded(String cell) {
        boolean guarded =
                cell.length() > 1 && cell.charAt(0) == '\'' && (FORMULA_STARTS + "'").indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
