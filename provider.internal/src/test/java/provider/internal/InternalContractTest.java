package provider.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.ProviderException;
import inventory.api.provider.Subject;
import inventory.api.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.store.Edit;
import provider.internal.store.MachineStore;

/** What every provider must hold to; here the outside system is the bundle's own table. */
class InternalContractTest extends ProviderContract {
    private static final int MACHINES = 1200;
    /** Of 500 machines each, and one that is empty. */
    private static final int PAGES = 4;

    private final MemoryStore database = new MemoryStore("V1__machines.sql");
    private final MachineStore store = new MachineStore(database);

    @Override
    protected Subject subject() {
        String noWire = "there is no wire: rows are read from the product's own database";
        return Subject.of(new InternalProvider(store), () -> reading(Integer.MAX_VALUE))
                .mostCalls(PAGES)
                .when(Fault.REFUSED_CONNECTION, () -> reading(0))
                .when(Fault.BROKEN_LATER_PAGE, () -> reading(1))
                .never(Fault.BAD_KEY, "no key is needed")
                .never(Fault.THROTTLED, "nobody else asks, and nobody throttles")
                .never(Fault.THROTTLED_WITH_RETRY_AFTER, "nobody throttles")
                .never(Fault.CUT_BODY, noWire)
                .never(Fault.HTML_WITH_STATUS_200, noWire)
                .never(Fault.REPEATED_PAGE_TOKEN, "pages are asked for by the last id that was seen")
                .never(Fault.DENIED_TYPE, "one table has all types")
                .never(Fault.SLOW_ANSWER, "a page is one statement, which the database's own limit ends");
    }

    @Test
    void aConnectionTestCountsTheMachines() throws Exception {
        FakeProviderContext context = reading(Integer.MAX_VALUE);
        ConnectionTest connection = (ConnectionTest) new InternalProvider(store).connect(context);
        assertEquals(
                "Connected to the product's own database, which keeps 1200 machines of this provider.",
                connection.test());
        database.awayAfter(0);
        ProviderException away = assertThrows(ProviderException.class, connection::test);
        assertEquals(FailureKind.UNREACHABLE, away.kind());
        assertEquals("The machines cannot be read: the database cannot be reached", away.getMessage());
    }

    private FakeProviderContext reading(int answers) {
        FakeProviderContext context = FakeProviderContext.of(Map.of());
        UUID provider = context.providerId();
        database.awayAfter(Integer.MAX_VALUE);
        if (store.after(provider, "").isEmpty()) {
            database.add(provider);
            List<Edit> all = IntStream.range(0, MACHINES)
                    .mapToObj(number -> new Edit(Optional.empty(), machine(provider, number)))
                    .toList();
            store.exchange(provider, known -> () -> all);
        }
        database.awayAfter(answers);
        return context;
    }

    private static Machine machine(UUID provider, int number) {
        Map<Fact, String> facts = Map.of(
                Fact.TYPE,
                List.of("vm", "container", "baremetal").get(number % 3),
                Fact.PRIVATE_IP,
                "10.0." + number / 250 + "." + number % 250,
                Fact.PRIVATE_MAC,
                "02:00:00:00:%02x:%02x".formatted(number / 256, number % 256),
                Fact.PUBLIC_REVERSE,
                "m" + number + ".example.org",
                Fact.MEMORY_MB,
                "4096");
        Change change = new Change(facts, Optional.of(Map.of("ROLE", "web")));
        return Machine.of("rack7-%016d".formatted(number), provider, change, Instant.EPOCH);
    }
}
