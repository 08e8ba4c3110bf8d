package provider.internal.rest;

import java.util.List;
import provider.internal.ImportReport;

/** A table of which nothing was stored, as the other errors look, with what is wrong row by row. */
public record RowsProblem(String type, String title, int status, String detail, List<ImportReport.Wrong> rows) {
    static final String TYPE = "application/problem+json";

    static RowsProblem of(ImportReport report) {
        return new RowsProblem(
                "about:blank",
                "Bad Request",
                400,
                report.failed() + " of " + report.rows() + " rows are wrong; nothing was stored.",
                report.errors());
    }
}
