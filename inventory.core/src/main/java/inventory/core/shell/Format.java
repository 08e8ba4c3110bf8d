package inventory.core.shell;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How answers are written. */
enum Format {
    TABLE,
    JSON,
    YAML;

    /** The option that every command with an answer has. */
    static final class Choice {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "FORMAT",
                defaultValue = "table",
                converter = Reader.class,
                description = "How the answer is written: ${COMPLETION-CANDIDATES}. Default: table.")
        Format format;
    }

    /** Says what is known when it is something else. */
    static final class Reader implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return Arrays.stream(values())
                    .filter(format -> format.toString().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("table, json and yaml are known, not '" + word + "'"));
        }
    }

    /** @param columns fields that a table shows, each as its name or as {@code title:name}; the other forms show all fields */
    Rows rows(PrintStream out, List<String> columns) {
        return switch (this) {
            case TABLE -> new TableRows(out, columns);
            case JSON -> new JsonRows(out);
            case YAML -> new YamlRows(out);
        };
    }

    /** Writes one record. */
    void one(PrintStream out, Object row) {
        switch (this) {
            case TABLE -> TableRows.fields(out, Fields.of(row));
            case JSON -> Fields.json(out, row);
            case YAML -> YamlRows.dump(out, Fields.of(row));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
