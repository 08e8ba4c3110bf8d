package provider.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import provider.internal.ImportRow;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

class MachineCsvTest {
    private static final UUID PROVIDER = new UUID(0, 1);

    @Test
    void readsWhatASpreadsheetSaves() {
        List<ImportRow> rows = read(String.join(
                "\r\n",
                "\uFEFFname;type;description;tag.ROLE",
                "\"db;1\";vm;\"says \"\"hello\"\"",
                "and leaves\";Datenträger",
                ";;;",
                "web1;container;;"));
        assertEquals(List.of(2, 4), rows.stream().map(ImportRow::number).toList());
        assertEquals(
                Map.of(Fact.NAME, "db;1", Fact.TYPE, "vm", Fact.DESCRIPTION, "says \"hello\"\r\nand leaves"),
                rows.get(0).facts());
        assertEquals(Map.of("ROLE", "Datenträger"), rows.get(0).tags());
        assertEquals("", rows.get(1).facts().get(Fact.DESCRIPTION));
    }

    @Test
    void readsTabsAndLoneLineFeeds() {
        assertEquals(
                Map.of(Fact.NAME, "a,b", Fact.TYPE, "vm"),
                read("name\ttype\na,b\tvm").get(0).facts());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<String> odd =
                List.of("=1+2", "+49", "-1", "@home", "'quoted", "''=x", "a\"b", "a,b", "two\nlines", "日本 🐘");
        List<Machine> machines = odd.stream()
                .map(text -> Machine.of(
                        "rack7-" + odd.indexOf(text),
                        PROVIDER,
                        new Change(
                                Map.of(Fact.TYPE, "vm", Fact.DESCRIPTION, text, Fact.NAME, "n" + text),
                                Optional.of(Map.of("NOTE", text.replace("\n", " ")))),
                        Instant.EPOCH))
                .toList();
        String table = MachineCsvWriter.write(machines);
        List<ImportRow> rows = read(table);
        assertEquals(
                odd, rows.stream().map(row -> row.facts().get(Fact.DESCRIPTION)).toList());
        for (int i = 0; i < odd.size(); i++) {
            Machine machine = machines.get(i);
            ImportRow row = rows.get(i);
            assertEquals(machine.id(), row.id());
            Change change = new Change(row.facts(), Optional.of(row.tags()));
            assertEquals(machine, machine.altered(change.replacing(), Instant.MAX), odd.get(i));
        }
    }

    @Test
    void noCellIsTakenForAFormula() {
        Change change = new Change(
                Map.of(Fact.TYPE, "vm", Fact.NAME, "=cmd|' /C calc'!A0", Fact.DESCRIPTION, "@SUM(1)"),
                Optional.of(Map.of("-TAG", "+1")));
        String table = MachineCsvWriter.write(List.of(Machine.of("rack7-1", PROVIDER, change, Instant.EPOCH)));
        assertTrue(table.contains(",tag.-TAG\r\n"), table);
        assertTrue(table.contains("rack7-1,'=cmd|' /C calc'!A0,'@SUM(1),vm,"), table);
        assertTrue(table.endsWith(",'+1\r\n"), table);
    }

    @Test
    void tellsWhatIsWrongWithTheTable() {
        assertWrong(
                "Unknown column 'colour'. Known: created, id, modified, provider, version, name, description, type,"
                        + " cpu_name, cpu_count, memory_mb, private_ip, private_mac, private_reverse, public_ip,"
                        + " public_mac, public_reverse, datacenter, availability_zone, tag.KEY.",
                "name,colour\na,b");
        assertWrong("The column 'name' is there twice.", "name,name\na,b");
        assertWrong("The table is empty. ", "");
        assertWrong("The quotes in the table are not balanced: ", "name,type\n\"a,vm\n");
        assertWrong("The quotes in the table are not balanced: ", "name,type\n\"a\"b,vm\n");
        assertWrong("The table is not UTF-8. ", "name,type\nhöher,vm".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRowWithAnotherNumberOfCellsIsWrongAlone() {
        List<ImportRow> rows = read("name,type\na,vm,oops\nb\nc,vm");
        assertEquals(
                Optional.of("The row has 3 cells, the first row 2."),
                rows.get(0).wrong());
        assertEquals(
                Optional.of("The row has 1 cells, the first row 2."),
                rows.get(1).wrong());
        assertEquals(Optional.empty(), rows.get(2).wrong());
    }

    @Test
    void placeTagsFollowFromFactsAndAreNotRead() {
        assertEquals(Map.of("X", "1"), read("tag.AZ,tag.X\nmars1,1").get(0).tags());
    }

    private static List<ImportRow> read(String table) {
        return MachineCsvReader.read(table.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertWrong(String reason, String table) {
        assertWrong(reason, table.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertWrong(String reason, byte[] table) {
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> MachineCsvReader.read(table));
        String told = wrong.errors().get("csv").get(0);
        assertTrue(told.startsWith(reason), told);
    }
}
