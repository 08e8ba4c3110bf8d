package inventory.rest.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.owasp.encoder.Encode;

/** Writes in the markup of the console's own pages. Every text is escaped here. */
final class Html {
    private final PrintWriter out;

    /** What stands in a cell of a table: a text, a link or a bar. */
    sealed interface Cell {}

    record Text(String text) implements Cell {}

    record Link(String text, String address) implements Cell {}

    /** @param percent 0 to 100 */
    record Bar(int percent, String text) implements Cell {}

    Html(PrintWriter out) {
        this.out = out;
    }

    static Cell text(Object value) {
        return new Text(String.valueOf(value));
    }

    void paragraph(String text) {
        out.println("<p class=\"statline\">" + Encode.forHtml(text) + "</p>");
    }

    /** The browser asks for the page anew. */
    void reloadAfter(Duration pause) {
        out.println("<script type=\"text/javascript\">setTimeout(function () { location.reload(); }, "
                + pause.toMillis() + ");</script>");
    }

    /** @param none shown in place of rows if there are none */
    void table(String title, List<String> columns, List<List<Cell>> rows, String none) {
        out.println("<div class=\"ui-widget-header ui-corner-top\" style=\"padding:.4em .6em\">" + Encode.forHtml(title)
                + "</div>");
        out.println("<table class=\"tablesorter nicetable\"><thead><tr>");
        columns.forEach(column -> out.println("<th class=\"header\">" + Encode.forHtml(column) + "</th>"));
        out.println("</tr></thead><tbody>");
        boolean odd = true;
        for (List<Cell> row : rows) {
            out.println("<tr class=\"" + (odd ? "odd" : "even") + " ui-state-default\">");
            row.forEach(cell -> out.println("<td>" + cell(cell) + "</td>"));
            out.println("</tr>");
            odd = !odd;
        }
        if (rows.isEmpty()) {
            out.println("<tr><td colspan=\"" + columns.size() + "\">" + Encode.forHtml(none) + "</td></tr>");
        }
        out.println("</tbody></table>");
        out.println("<p>&nbsp;</p>");
    }

    private static String cell(Cell cell) {
        if (cell instanceof Link link) {
            return "<a style=\"text-decoration:underline\" href=\"" + Encode.forHtmlAttribute(link.address()) + "\">"
                    + Encode.forHtml(link.text()) + "</a>";
        } else if (cell instanceof Bar bar) {
            return "<div class=\"ui-progressbar ui-widget ui-widget-content ui-corner-all\" style=\"height:1em\">"
                    + "<div class=\"ui-progressbar-value ui-widget-header ui-corner-left\" style=\"width:"
                    + bar.percent()
                    + "%\"></div></div>" + Encode.forHtml(bar.text());
        }
        return Encode.forHtml(((Text) cell).text());
    }
}
