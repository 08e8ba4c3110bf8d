package provider.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.identity.Caller;
import inventory.api.query.FakeRecords;
import inventory.api.store.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import provider.internal.ImportReport.Wrong;
import provider.internal.csv.MachineCsvReader;
import provider.internal.csv.MachineCsvWriter;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.store.MachineStore;

class ImportTest {
    private static final ImportMode ALL_OR_NOTHING = new ImportMode(false, false);
    private static final ImportMode PREVIEW = new ImportMode(true, false);
    private static final ImportMode PARTIAL = new ImportMode(false, true);

    private final MemoryStore database = new MemoryStore("V1__machines.sql");
    private final FakeRecords core = new FakeRecords();
    private final UUID provider = core.add(database.newProvider(), "internal:internal", 1);
    private final Machines machines = new Machines(new MachineStore(database), core, core, Clock.systemUTC());

    @Test
    void tenThousandRowsAreOneTransaction() {
        StringBuilder table = new StringBuilder("name,type,private_ip,private_mac,tag.ROLE\n");
        for (int i = 0; i < 10_000; i++) {
            table.append("m%05d,vm,10.%d.%d.%d,02:00:00:00:%02x:%02x,web\n"
                    .formatted(i, i / 62_500, i / 250 % 250, i % 250, i / 256, i % 256));
        }
        assertEquals(
                new ImportReport(true, 10_000, 10_000, 0, 0, 0, List.of()), load(table.toString(), ALL_OR_NOTHING));
        List<Machine> all = machines.all(Caller.SYSTEM, provider);
        assertEquals(10_000, all.size());
        assertEquals(
                new ImportReport(false, 10_000, 0, 0, 10_000, 0, List.of()),
                load(MachineCsvWriter.write(all), ALL_OR_NOTHING));
        assertEquals(List.of(provider.toString()), core.collected, "what changed nothing is not collected");
    }

    @Test
    void nothingIsStoredIfAnyRowIsWrongUnlessAskedTo() {
        String table = """
                name,type,private_ip,memory_mb
                a,vm,10.0.0.1,1024
                b,cloud,10.0.0,-1
                a,vm,10.0.0.1,1024
                c,vm,10.0.0.3
                """;
        ImportReport report = load(table, ALL_OR_NOTHING);
        assertEquals(0, count());
        assertEquals(List.of(4, 1, 3), List.of(report.rows(), report.created(), report.failed()));
        assertEquals(
                List.of("3 memory_mb", "3 private_ip", "3 type", "4 name", "4 private_ip", "5 "),
                report.errors().stream()
                        .map(wrong -> wrong.row() + " " + wrong.field())
                        .sorted()
                        .toList());
        assertTrue(
                report.errors().contains(new Wrong(5, "", "The row has 3 cells, the first row 4.")),
                report.errors()::toString);
        assertEquals(List.of(), core.collected);
        assertTrue(load(table, PARTIAL).stored());
        assertEquals(1, count());
    }

    @Test
    void aPreviewTellsTheSameAndStoresNothing() {
        ImportReport preview = load("name,type\na,vm\nb,vm\n", PREVIEW);
        assertEquals(new ImportReport(false, 2, 2, 0, 0, 0, List.of()), preview);
        assertEquals(0, count());
    }

    @Test
    void aRowWithAnIdChangesWhatItsColumnsTell() {
        Machine machine = machines.create(
                Caller.SYSTEM,
                provider,
                new Change(
                        Map.of(Fact.TYPE, "vm", Fact.NAME, "a", Fact.MEMORY_MB, "1024", Fact.CPU_NAME, "EPYC"),
                        Optional.of(Map.of("ROLE", "web", "OWNER", "ada", "OLD", "1"))));
        ImportReport report = load(
                "id,memory_mb,cpu_name,tag.ROLE,tag.OLD\n" + machine.id() + ",2048,,db,\nnone-1,1,,,\n" + machine.id()
                        + ",1,,,\n",
                PARTIAL);
        assertEquals(
                List.of(
                        new Wrong(
                                3,
                                "id",
                                "This provider has no machine with this id. Leave the id empty for a new machine."),
                        new Wrong(4, "id", "A row above is about this machine already.")),
                report.errors());
        Machine after = machines.get(Caller.SYSTEM, machine.id());
        assertEquals("2048", after.get(Fact.MEMORY_MB));
        assertEquals("", after.get(Fact.CPU_NAME));
        assertEquals("a", after.get(Fact.NAME));
        assertEquals(
                Map.of("ROLE", "db", "OWNER", "ada", "AZ", "internal1", "SHORT_AZ", "1", "REGION", "internal"),
                after.tags());
        assertEquals(2, after.version());
    }

    @Test
    void anAddressMayGoFromOneRowToALaterOne() {
        load("name,type,private_ip\na,vm,10.0.0.1\nb,vm,10.0.0.2\n", ALL_OR_NOTHING);
        Map<String, Machine> before = byName();
        String table = "id,name,type,private_ip\n" + before.get("a").id() + ",a,vm,10.0.0.3\n,c,vm,10.0.0.1\n"
                + before.get("b").id() + ",b,vm,10.0.0.9\n";
        assertEquals(new ImportReport(true, 3, 1, 2, 0, 0, List.of()), load(table, ALL_OR_NOTHING));
        assertEquals("10.0.0.1", byName().get("c").get(Fact.PRIVATE_IP));
        assertEquals("10.0.0.3", byName().get("a").get(Fact.PRIVATE_IP));
    }

    @Test
    void onlyAThousandErrorsAreTold() {
        ImportReport report = load("name,type\n" + "x,cloud\n".repeat(1500), ALL_OR_NOTHING);
        assertEquals(1500, report.failed());
        assertEquals(1000, report.errors().size());
    }

    @Test
    void removingAProviderRemovesItsMachines() {
        load("name,type,tag.X\na,vm,1\n", ALL_OR_NOTHING);
        database.execute("DELETE FROM provider");
        assertEquals(0, count());
    }

    private ImportReport load(String table, ImportMode mode) {
        return machines.load(
                Caller.SYSTEM, provider, MachineCsvReader.read(table.getBytes(StandardCharsets.UTF_8)), mode);
    }

    private int count() {
        return machines.all(Caller.SYSTEM, provider).size();
    }

    private Map<String, Machine> byName() {
        return machines.all(Caller.SYSTEM, provider).stream()
                .collect(Collectors.toMap(machine -> machine.get(Fact.NAME), machine -> machine));
    }
}
