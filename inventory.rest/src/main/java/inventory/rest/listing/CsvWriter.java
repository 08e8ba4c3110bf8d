package inventory.rest.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;

/**
 * Rows as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an apostrophe in front: names and tags come
 * from systems that other people write to.
 */
final class CsvWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private final Writer out;

    CsvWriter(Writer out) {
        this.out = out;
    }

    void header(Collection<String> names) throws IOException {
        line(names.stream().map(CsvWriter::quoted).toList());
    }

    void row(Collection<JsonNode> cells) throws IOException {
        line(cells.stream().map(CsvWriter::cell).toList());
    }

    private void line(Collection<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write("\r\n");
    }

    private static String cell(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isNumber() || node.isBoolean()) {
            return node.asText();
        }
        return quoted(node.isTextual() ? node.textValue() : node.toString());
    }

    private static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean special = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
