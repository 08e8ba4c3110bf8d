package inventory.core.shell;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** An array, written as the rows come. */
final class JsonRows implements Rows {
    private final PrintStream out;
    private final JsonGenerator generator;

    JsonRows(PrintStream out) {
        this.out = out;
        try {
            generator = Fields.MAPPER.createGenerator(out).useDefaultPrettyPrinter();
            generator.writeStartArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(Object row) throws IOException {
        generator.writePOJO(row);
    }

    @Override
    public void end() throws IOException {
        generator.writeEndArray();
        generator.flush();
        out.println();
    }
}
