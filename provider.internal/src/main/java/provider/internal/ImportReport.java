package provider.internal;

import java.util.List;

/**
 * What became of rows, or would become of them.
 *
 * @param stored whether anything was stored
 * @param rows how many there were
 * @param failed how many of them are wrong
 * @param errors what is wrong, row by row; the first thousand
 */
public record ImportReport(
        boolean stored, int rows, int created, int updated, int unchanged, int failed, List<Wrong> errors) {

    /** One thing that is wrong with one row; {@code field} is empty where it is the row as a whole. */
    public record Wrong(int row, String field, String message) {}

    public ImportReport {
        errors = List.copyOf(errors);
    }
}
