package provider.internal.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/** Writes machines as a table (RFC 4180) that can be read again: with one column for each tag that people put on any of them. */
public final class MachineCsvWriter {
    private MachineCsvWriter() {}

    public static String write(List<Machine> machines) {
        TreeSet<String> tags = new TreeSet<>();
        machines.forEach(machine -> tags.addAll(machine.tags().keySet()));
        tags.removeAll(Machine.PLACE_TAGS);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<String> head = new ArrayList<>(List.of(MachineCsv.ID));
            Stream.of(Fact.values()).map(Fact::key).forEach(head::add);
            tags.forEach(tag -> head.add(MachineCsv.TAG + tag));
            out.printRecord(head);
            for (Machine machine : machines) {
                List<String> cells = new ArrayList<>(List.of(machine.id()));
                Stream.of(Fact.values()).map(machine::get).forEach(cells::add);
                tags.forEach(tag -> cells.add(machine.tags().getOrDefault(tag, "")));
                out.printRecord(cells.stream().map(MachineCsv::guarded));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
