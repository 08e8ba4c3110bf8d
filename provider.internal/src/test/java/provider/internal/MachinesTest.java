package provider.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.StaleVersionException;
import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.api.query.FakeRecords;
import inventory.api.store.MemoryStore;
import inventory.api.store.SeenVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.store.MachineStore;
import provider.internal.store.Selection;

class MachinesTest {
    private static final Caller ADMIN = new Caller(1, "ada", false, false, Set.of(), Set.of(1L));
    private static final Caller READER = new Caller(2, "bob", false, false, Set.of(1L), Set.of());
    private static final Caller STRANGER = new Caller(3, "eve", false, false, Set.of(), Set.of(2L));
    private static final SeenVersion ANY = SeenVersion.ANY;

    private final MemoryStore database = new MemoryStore("V1__machines.sql");
    private final FakeRecords core = new FakeRecords();
    private final UUID provider = core.add(database.newProvider(), "internal:internal", 1);
    private final Machines machines =
            new Machines(new MachineStore(database), core, core, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void keepsWhatIsSaidWithItsPlaceAndIsCollected() {
        Machine made = machines.create(
                ADMIN, provider, say(Map.of(Fact.TYPE, "vm", Fact.DATACENTER, "berlin", Fact.AVAILABILITY_ZONE, "2")));
        assertTrue(made.id().matches("rack7-[0-9a-z]{16}"), made.id());
        assertEquals(made.id(), made.get(Fact.NAME));
        assertEquals(Map.of("AZ", "berlin2", "SHORT_AZ", "2", "REGION", "berlin"), made.tags());
        assertEquals(made, machines.get(READER, made.id()));
        assertEquals(List.of(provider.toString()), core.collected);
    }

    @Test
    void onlyWhoMayWriteTheRecordWritesItsMachines() {
        Machine made = machines.create(ADMIN, provider, vm("a"));
        assertThrows(ForbiddenException.class, () -> machines.create(READER, provider, vm("b")));
        assertThrows(ForbiddenException.class, () -> machines.change(READER, made.id(), vm("b"), ANY));
        assertThrows(ForbiddenException.class, () -> machines.delete(READER, made.id(), ANY));
        assertThrows(NotFoundException.class, () -> machines.get(STRANGER, made.id()));
        assertThrows(NotFoundException.class, () -> machines.delete(STRANGER, made.id(), ANY));
        assertThrows(InvalidInputException.class, () -> machines.create(STRANGER, provider, vm("b")));
        assertEquals(0, list(STRANGER, provider));
        assertEquals(1, list(READER, provider));
    }

    @Test
    void belongsToAProviderOfThisKind() {
        UUID other = core.add(database.newProvider(), "internal:other", 1);
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> machines.create(ADMIN, other, vm("a")));
        assertEquals(
                Map.of("provider", List.of("There is no provider " + other + " of internal:internal.")),
                refused.errors());
    }

    @Test
    void tellsEveryFieldThatIsWrong() {
        Change wrong = new Change(
                Map.of(Fact.TYPE, "cloud", Fact.PRIVATE_IP, "10.1", Fact.MEMORY_MB, "-5"),
                Optional.of(Map.of("", "x")));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> machines.create(ADMIN, provider, wrong));
        assertEquals(
                Set.of("type", "private_ip", "memory_mb", "tags"),
                refused.errors().keySet());
        assertEquals(0, list(ADMIN, provider));
    }

    @Test
    void refusesWhatAnotherMachineOfTheProviderHas() {
        Map<Fact, String> facts = Map.of(Fact.TYPE, "vm", Fact.NAME, "a", Fact.PRIVATE_MAC, "52:54:00:00:00:01");
        Machine first = machines.create(ADMIN, provider, say(facts));
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> machines.create(ADMIN, provider, say(Map.of(Fact.TYPE, "vm", Fact.PRIVATE_MAC, "525400000001"))));
        assertEquals(
                Map.of("private_mac", List.of("Machine " + first.id() + " (a) of this provider has it already.")),
                refused.errors());
        UUID elsewhere = core.add(database.newProvider(), "internal:internal", 1);
        machines.create(ADMIN, elsewhere, say(facts));
        assertEquals(first, machines.change(ADMIN, first.id(), say(facts), ANY), "its own is no obstacle");
    }

    @Test
    void replacesOrChanges() {
        Machine made = machines.create(
                ADMIN,
                provider,
                new Change(
                        Map.of(Fact.TYPE, "vm", Fact.NAME, "a", Fact.MEMORY_MB, "1024"),
                        Optional.of(Map.of("ROLE", "web"))));
        Machine changed = machines.change(ADMIN, made.id(), say(Map.of(Fact.CPU_COUNT, "4")), ANY);
        assertEquals("1024", changed.get(Fact.MEMORY_MB));
        assertEquals("web", changed.tags().get("ROLE"));
        Machine cleared = machines.change(ADMIN, made.id(), say(Map.of(Fact.MEMORY_MB, "0")), ANY);
        assertEquals(
                Set.of(Fact.TYPE, Fact.NAME, Fact.CPU_COUNT, Fact.DATACENTER, Fact.AVAILABILITY_ZONE),
                cleared.facts().keySet());
        Machine replaced = machines.change(
                ADMIN, made.id(), say(Map.of(Fact.TYPE, "container")).replacing(), ANY);
        assertEquals(made.id(), replaced.get(Fact.NAME));
        assertEquals("", replaced.get(Fact.CPU_COUNT));
        assertEquals(Machine.PLACE_TAGS, replaced.tags().keySet());
        assertEquals(4, replaced.version());
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        Machine made = machines.create(ADMIN, provider, vm("a"));
        SeenVersion seen = SeenVersion.of(made.version());
        machines.change(ADMIN, made.id(), say(Map.of(Fact.CPU_COUNT, "4")), seen);
        StaleVersionException stale = assertThrows(
                StaleVersionException.class,
                () -> machines.change(ADMIN, made.id(), say(Map.of(Fact.CPU_COUNT, "8")), seen));
        assertEquals("The machine was changed meanwhile, it is version 2 now. Read it again.", stale.getMessage());
        assertThrows(StaleVersionException.class, () -> machines.delete(ADMIN, made.id(), seen));
        assertEquals("4", machines.get(ADMIN, made.id()).get(Fact.CPU_COUNT));
        machines.delete(ADMIN, made.id(), SeenVersion.of(2));
        assertThrows(NotFoundException.class, () -> machines.get(ADMIN, made.id()));
    }

    @Test
    void ofEightThatWantTheSameAddressOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> made = IntStream.range(0, 8)
                .mapToObj(n -> threads.submit(() -> {
                    try {
                        machines.create(ADMIN, provider, say(Map.of(Fact.TYPE, "vm", Fact.PUBLIC_IP, "192.0.2.1")));
                        return true;
                    } catch (InvalidInputException taken) {
                        return !taken.errors().containsKey("public_ip");
                    }
                }))
                .toList();
        int winners = 0;
        for (Future<Boolean> each : made) {
            winners += each.get() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, winners);
        assertEquals(1, list(ADMIN, provider));
    }

    @Test
    void findsByTagsFactsAndWords() {
        machines.create(
                ADMIN,
                provider,
                new Change(Map.of(Fact.TYPE, "vm", Fact.NAME, "a_1"), Optional.of(Map.of("ROLE", "web"))));
        machines.create(
                ADMIN,
                provider,
                new Change(Map.of(Fact.TYPE, "container", Fact.NAME, "B-1"), Optional.of(Map.of("ROLE", "db=1"))));
        assertEquals(List.of("B-1", "a_1"), names(Map.of(), List.of("ROLE"), ""));
        assertEquals(List.of("B-1"), names(Map.of(), List.of("ROLE=db=1"), ""));
        assertEquals(List.of("B-1", "a_1"), names(Map.of(), List.of("AZ=internal1"), ""));
        assertEquals(List.of(), names(Map.of(), List.of("ROLE=web", "AZ=mars1"), ""));
        assertEquals(List.of("B-1"), names(Map.of(Fact.TYPE, "container"), List.of(), ""));
        assertEquals(List.of("a_1"), names(Map.of(), List.of(), "A_"));
        assertEquals(List.of(), names(Map.of(), List.of(), "%"));
    }

    @Test
    void changesSeveralEachForItself() {
        Machine one = machines.create(ADMIN, provider, vm("one"));
        Machine two = machines.create(ADMIN, provider, vm("two"));
        Set<String> ids = new LinkedHashSet<>(List.of(one.id(), "none-1", two.id()));
        Change change = say(Map.of(Fact.DATACENTER, "berlin"));
        core.collected.clear();
        List<Machines.Outcome> preview = machines.change(ADMIN, ids, change, true);
        assertEquals("berlin", preview.get(0).machine().orElseThrow().get(Fact.DATACENTER));
        assertEquals(List.of(), core.collected);
        assertEquals("internal", machines.get(ADMIN, one.id()).get(Fact.DATACENTER));
        List<Machines.Outcome> done = machines.change(ADMIN, ids, change, false);
        assertEquals(
                List.of(one.id(), "none-1", two.id()),
                done.stream().map(Machines.Outcome::id).toList());
        assertEquals(
                "There is no machine none-1.",
                done.get(1).refusal().orElseThrow().getMessage());
        assertEquals("berlin1", machines.get(ADMIN, two.id()).tags().get("AZ"));
        assertEquals(List.of(provider.toString()), core.collected, "once for all of them");
    }

    @Test
    void losesNothingAndStoresNothingWhileTheDatabaseIsAway() {
        Machine made = machines.create(ADMIN, provider, vm("a"));
        database.awayAfter(0);
        assertThrows(UnavailableException.class, () -> machines.create(ADMIN, provider, vm("b")));
        assertThrows(UnavailableException.class, () -> machines.delete(ADMIN, made.id(), ANY));
        assertThrows(UnavailableException.class, () -> machines.change(ADMIN, Set.of(made.id()), vm("c"), false));
        database.awayAfter(Integer.MAX_VALUE);
        assertEquals(1, list(ADMIN, provider));
        core.planningFails = true;
        machines.create(ADMIN, provider, vm("b"));
        assertEquals(2, list(ADMIN, provider), "what is stored is told as stored");
    }

    private static Change vm(String name) {
        return say(Map.of(Fact.TYPE, "vm", Fact.NAME, name));
    }

    private static Change say(Map<Fact, String> facts) {
        return new Change(facts, Optional.empty());
    }

    private long list(Caller caller, UUID of) {
        return machines.list(caller, Selection.of(Set.of(of)), 1, 10).count();
    }

    private List<String> names(Map<Fact, String> equal, List<String> tags, String search) {
        return machines.list(ADMIN, new Selection(Set.of(), equal, tags, search), 1, 10).machines().stream()
                .map(machine -> machine.get(Fact.NAME))
                .toList();
    }
}
