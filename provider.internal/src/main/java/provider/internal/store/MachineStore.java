package provider.internal.store;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.store.BundleStore;
import inventory.api.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/** The machines in the product's database. Whether the caller may do it was settled before. Thread-safe. */
@Component(service = MachineStore.class)
public final class MachineStore {
    private static final int ATTEMPTS = 3;
    private static final int CHUNK = 500;

    private final BundleStore database;

    @Activate
    public MachineStore(@Reference BundleStore database) {
        this.database = database;
    }

    /** Some machines, and how many there are of them on all pages. */
    public record Slice(List<Machine> machines, long count) {}

    public Slice list(Selection selection, int page, int size) {
        if (selection.providers().isEmpty()) {
            return new Slice(List.of(), 0);
        }
        Selection.Condition condition = selection.condition();
        String rest =
                "ORDER BY name, id OFFSET " + (long) (page - 1) * size + " ROWS FETCH FIRST " + size + " ROWS ONLY";
        return database.read(connection -> {
            MachineTable table = new MachineTable(connection);
            return new Slice(table.select(condition, rest), table.count(condition));
        });
    }

    /** @throws NotFoundException there is none */
    public Machine get(String id) {
        return database.read(connection -> new MachineTable(connection).byId(id)).stream()
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /**
     * @param id the last one seen; empty: from the beginning
     * @return the next machines of the provider in the order of their ids; empty after the last
     */
    public List<Machine> after(UUID provider, String id) {
        return database.read(connection -> new MachineTable(connection).after(provider, id, CHUNK));
    }

    /** @return all machines of the provider */
    public List<Machine> all(UUID provider) {
        return database.read(connection -> all(new MachineTable(connection), provider));
    }

    /** @throws InvalidInputException another machine of the provider has what only one may have */
    public void insert(Machine machine) {
        edit(table -> {
            refuseRivals(table.rivals(machine), machine);
            table.store(List.of(new Edit(Optional.empty(), machine)));
            return machine;
        });
    }

    /**
     * Changes one machine.
     *
     * @param preview nothing is stored
     * @return as it is then
     * @throws InvalidInputException as above
     */
    public Machine change(String id, boolean preview, UnaryOperator<Machine> change) {
        return edit(table -> {
            Machine before = table.byId(id).stream().findFirst().orElseThrow(() -> missing(id));
            Machine after = change.apply(before);
            refuseRivals(table.rivals(after), after);
            if (!preview && !after.equals(before)) {
                table.store(List.of(new Edit(Optional.of(before), after)));
            }
            return after;
        });
    }

    /** @param check looks at it before it goes */
    public Machine delete(String id, Consumer<Machine> check) {
        return edit(table -> {
            Machine machine = table.byId(id).stream().findFirst().orElseThrow(() -> missing(id));
            check.accept(machine);
            if (!table.delete(machine)) {
                throw new SQLTransactionRollbackException("the machine was changed meanwhile", "40001");
            }
            return machine;
        });
    }

    /**
     * Stores what is made of all machines of a provider, in the order given, or nothing.
     *
     * @param planning called again if somebody else was in the way
     * @return the plan that was stored
     */
    public <P extends Supplier<List<Edit>>> P exchange(UUID provider, Function<List<Machine>, P> planning) {
        return edit(table -> {
            P plan = planning.apply(all(table, provider));
            table.store(plan.get());
            return plan;
        });
    }

    private static List<Machine> all(MachineTable table, UUID provider) throws SQLException {
        List<Machine> all = new ArrayList<>();
        List<Machine> next = table.after(provider, "", CHUNK);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = table.after(provider, next.get(next.size() - 1).id(), CHUNK);
        }
        return all;
    }

    private static void refuseRivals(List<Machine> rivals, Machine machine) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (Machine rival : rivals) {
            Fact.UNIQUE.stream()
                    .filter(fact ->
                            !machine.get(fact).isEmpty() && machine.get(fact).equals(rival.get(fact)))
                    .forEach(fact -> errors.put(fact.key(), List.of(taken(rival))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** @return what is said where another machine has what only one may have */
    public static String taken(Machine by) {
        return "Machine " + by.id() + " (" + by.get(Fact.NAME) + ") of this provider has it already.";
    }

    private static NotFoundException missing(String id) {
        return new NotFoundException("There is no machine " + id + ".");
    }

    private interface Work<T> {
        T with(MachineTable table) throws SQLException;
    }

    /** In one transaction, again if somebody else was in the way: then it sees what that one did. */
    private <T> T edit(Work<T> work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return database.write(connection -> work.with(new MachineTable(connection)));
            } catch (StoreException e) {
                if (!e.isConstraintViolation() && !e.isConflict()) {
                    throw e;
                }
            }
        }
        throw new ConflictException("Others are changing the same machines, or their provider is gone. Try again.");
    }
}
