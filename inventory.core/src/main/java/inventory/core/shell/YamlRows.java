package inventory.core.shell;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A sequence, written as the rows come. */
final class YamlRows implements Rows {
    private final PrintStream out;
    private boolean empty = true;

    YamlRows(PrintStream out) {
        this.out = out;
    }

    static void dump(PrintStream out, Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        new Yaml(options).dump(value, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void add(Object row) {
        empty = false;
        dump(out, List.of(Fields.of(row)));
    }

    @Override
    public void end() {
        if (empty) {
            out.println("[]");
        }
    }
}
