package provider.internal;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import inventory.api.NotFoundException;
import inventory.api.UnavailableException;
import inventory.api.admin.Providers;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.resource.Provider;
import inventory.api.store.SeenVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import provider.internal.machine.Change;
import provider.internal.machine.Machine;
import provider.internal.machine.MachineId;
import provider.internal.store.MachineStore;
import provider.internal.store.Selection;

/**
 * What people do with machines: each as far as they may read or write the provider record that it belongs to. What they change is
 * collected soon after. Thread-safe.
 */
@Component(service = Machines.class)
public final class Machines {
    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    private final MachineStore store;
    private final Records records;
    private final Providers providers;
    private final Clock clock;
    private final MachineId ids = new MachineId();

    @Activate
    public Machines(@Reference MachineStore store, @Reference Inventory inventory, @Reference Providers providers) {
        this(store, inventory, providers, Clock.systemUTC());
    }

    Machines(MachineStore store, Inventory inventory, Providers providers, Clock clock) {
        this.store = store;
        this.records = Records.of(inventory);
        this.providers = providers;
        this.clock = clock;
    }

    /** One of several that were to be changed: as it is then, or why not. */
    public record Outcome(String id, Optional<Machine> machine, Optional<InventoryException> refusal) {}

    /** @param wanted of its providers, those count that the caller reads; none: all that the caller reads */
    public MachineStore.Slice list(Caller caller, Selection wanted, int page, int size) {
        Set<UUID> readable = new LinkedHashSet<>(records.readable(caller));
        if (!wanted.providers().isEmpty()) {
            readable.retainAll(wanted.providers());
        }
        return store.list(new Selection(readable, wanted.equal(), wanted.tags(), wanted.search()), page, size);
    }

    /** @throws NotFoundException there is none, or not for this caller */
    public Machine get(Caller caller, String id) {
        Machine machine = store.get(id);
        records.requireReadable(caller, machine);
        return machine;
    }

    /** @return all machines of a provider that the caller reads */
    public List<Machine> all(Caller caller, UUID provider) {
        return store.all(records.readable(caller, provider).id());
    }

    public Machine create(Caller caller, UUID provider, Change change) {
        Provider record = records.writable(caller, provider);
        Machine machine = Machine.of(ids.next(record.name()), record.id(), change, now());
        store.insert(machine);
        collectSoon(caller, record.id());
        return machine;
    }

    public Machine change(Caller caller, String id, Change change, SeenVersion seen) {
        Machine after = store.change(id, false, before -> {
            requireWritable(caller, before, seen);
            return before.altered(change, now());
        });
        collectSoon(caller, after.provider());
        return after;
    }

    /** Changes several alike, each for itself. */
    public List<Outcome> change(Caller caller, Set<String> ids, Change change, boolean preview) {
        List<Outcome> outcomes = new ArrayList<>();
        Set<UUID> changed = new LinkedHashSet<>();
        for (String id : ids) {
            try {
                Machine after = store.change(id, preview, before -> {
                    requireWritable(caller, before, SeenVersion.ANY);
                    return before.altered(change, now());
                });
                changed.add(after.provider());
                outcomes.add(new Outcome(id, Optional.of(after), Optional.empty()));
            } catch (InvalidInputException | NotFoundException | ForbiddenException | ConflictException refused) {
                outcomes.add(new Outcome(id, Optional.empty(), Optional.of(refused)));
            }
        }
        if (!preview) {
            changed.forEach(provider -> collectSoon(caller, provider));
        }
        return outcomes;
    }

    public void delete(Caller caller, String id, SeenVersion seen) {
        Machine gone = store.delete(id, machine -> requireWritable(caller, machine, seen));
        collectSoon(caller, gone.provider());
    }

    /** Creates and changes what the rows of a table say. */
    public ImportReport load(Caller caller, UUID provider, List<ImportRow> rows, ImportMode mode) {
        Provider record = records.writable(caller, provider);
        ImportReport report = store.exchange(record.id(), known -> {
                    ImportPlan plan = new ImportPlan(record.id(), known, () -> ids.next(record.name()), now(), mode);
                    rows.forEach(plan::add);
                    return plan;
                })
                .report();
        if (report.stored()) {
            collectSoon(caller, record.id());
        }
        return report;
    }

    private void requireWritable(Caller caller, Machine machine, SeenVersion seen) {
        records.requireReadable(caller, machine);
        records.writable(caller, machine.provider());
        seen.requireNewest("The machine", machine.version());
    }

    /** The machine is stored, whether or not this can be planned now: then it comes with the next collection. */
    private void collectSoon(Caller caller, UUID provider) {
        try {
            providers.collectSoon(caller, provider.toString());
        } catch (UnavailableException e) {
            LOG.debug("Provider {} is collected later", provider, e);
        }
    }

    /** As precise as the columns are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
