package provider.internal;

import inventory.api.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import provider.internal.ImportReport.Wrong;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;
import provider.internal.store.Edit;
import provider.internal.store.MachineStore;

/** Turns rows into edits, one after the other: each row meets the machines as the rows before it leave them. */
final class ImportPlan implements Supplier<List<Edit>> {
    private static final int MOST_ERRORS = 1000;

    private record Owned(Fact fact, String value) {}

    private final UUID provider;
    private final Supplier<String> ids;
    private final Instant now;
    private final ImportMode mode;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<Owned, String> owners = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Wrong> errors = new ArrayList<>();
    private int rows;
    private int failed;
    private int unchanged;

    ImportPlan(UUID provider, List<Machine> known, Supplier<String> ids, Instant now, ImportMode mode) {
        this.provider = provider;
        this.ids = ids;
        this.now = now;
        this.mode = mode;
        known.forEach(this::keep);
    }

    void add(ImportRow row) {
        rows++;
        try {
            row.wrong().ifPresent(reason -> {
                throw InvalidInputException.of(InvalidInputException.WHOLE, reason);
            });
            Optional<Machine> before = row.id().isEmpty() ? Optional.empty() : Optional.of(known(row.id()));
            Machine after = after(row, before);
            refuseRivals(after);
            before.ifPresent(this::release);
            keep(after);
            if (before.filter(after::equals).isPresent()) {
                unchanged++;
            } else {
                edits.add(new Edit(before, after));
            }
        } catch (InvalidInputException wrong) {
            failed++;
            wrong.errors().forEach((field, reasons) -> tell(row.number(), field, String.join(" ", reasons)));
        }
    }

    /** @return what is to be stored */
    @Override
    public List<Edit> get() {
        return isStored() ? edits : List.of();
    }

    ImportReport report() {
        int created =
                (int) edits.stream().filter(edit -> edit.before().isEmpty()).count();
        return new ImportReport(
                isStored() && !edits.isEmpty(), rows, created, edits.size() - created, unchanged, failed, errors);
    }

    private boolean isStored() {
        return !mode.preview() && (mode.partial() || failed == 0);
    }

    private Machine known(String id) {
        Machine machine = machines.get(id);
        if (machine == null) {
            throw InvalidInputException.of(
                    "id", "This provider has no machine with this id. Leave the id empty for a new machine.");
        }
        if (!named.add(id)) {
            throw InvalidInputException.of("id", "A row above is about this machine already.");
        }
        return machine;
    }

    private Machine after(ImportRow row, Optional<Machine> before) {
        Map<String, String> tags = new LinkedHashMap<>(before.map(Machine::tags).orElse(Map.of()));
        tags.putAll(row.tags());
        row.tags().forEach((key, value) -> {
            if (value.isEmpty()) {
                tags.remove(key);
            }
        });
        Change change = new Change(row.facts(), Optional.of(tags));
        return before.map(machine -> machine.altered(change, now))
                .orElseGet(() -> Machine.of(ids.get(), provider, change, now));
    }

    private void refuseRivals(Machine machine) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        for (Fact fact : Fact.UNIQUE) {
            String owner = owners.get(new Owned(fact, machine.get(fact)));
            if (owner != null && !owner.equals(machine.id())) {
                taken.put(fact.key(), List.of(MachineStore.taken(machines.get(owner))));
            }
        }
        if (!taken.isEmpty()) {
            throw new InvalidInputException(taken);
        }
    }

    private void keep(Machine machine) {
        machines.put(machine.id(), machine);
        Fact.UNIQUE.stream()
                .filter(machine.facts()::containsKey)
                .forEach(fact -> owners.put(new Owned(fact, machine.get(fact)), machine.id()));
    }

    private void release(Machine machine) {
        Fact.UNIQUE.forEach(fact -> owners.remove(new Owned(fact, machine.get(fact))));
    }

    private void tell(int row, String field, String message) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new Wrong(row, field.equals(InvalidInputException.WHOLE) ? "" : field, message));
        }
    }
}
