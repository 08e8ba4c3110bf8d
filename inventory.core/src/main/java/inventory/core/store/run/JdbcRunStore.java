package inventory.core.store.run;

import inventory.api.admin.CollectRequest;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.api.store.StoreException;
import inventory.core.collect.ClaimedRun;
import inventory.core.collect.RunStore;
import inventory.core.collect.Target;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.store.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs as rows of {@code collection_run}. */
@Component
public final class JdbcRunStore implements RunStore {
    private final Transactions transactions;

    @Activate
    public JdbcRunStore(@Reference Database database) {
        transactions = new Transactions(database);
    }

    @Override
    public CollectionRun create(Provider provider, CollectRequest request) {
        try {
            return transactions.write(
                    statements -> new RunCreation(statements, provider.id(), provider.name(), request).store(now()));
        } catch (StoreException e) {
            // Of several that ask at the same time, the database lets one through.
            throw active(provider.id())
                    .<RuntimeException>map(RunCreation::conflict)
                    .orElse(e);
        }
    }

    @Override
    public Optional<Instant> createScheduled(UUID providerId, Instant now) {
        return transactions.write(statements -> new ScheduledCollection(statements, providerId).start(now));
    }

    @Override
    public void planSoon(UUID providerId) {
        try {
            transactions.write(statements -> new SoonCollection(statements, providerId).plan(now()));
        } catch (StoreException e) {
            if (!e.isUniqueViolation()) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Instant> createSoon(UUID providerId, Instant now) {
        return transactions.write(statements -> new SoonCollection(statements, providerId).start(now));
    }

    @Override
    public Optional<ClaimedRun> claim(UUID runId) {
        return transactions.write(statements -> {
            int mine = statements.update(
                    "UPDATE collection_run SET status = 'running', fence = fence + 1"
                            + " WHERE id = ? AND status IN ('pending', 'running')",
                    runId);
            if (mine == 0) {
                return Optional.empty();
            }
            Optional<ClaimedRun> run = statements.first(
                    RunRows::claimed,
                    "SELECT r.*, " + RunRows.TARGET
                            + ", (SELECT COUNT(*) FROM lane_reading l WHERE l.run_id = r.id) AS lanes_read"
                            + " FROM collection_run r JOIN provider p ON p.id = r.provider_id WHERE r.id = ?",
                    runId);
            statements.update(
                    "UPDATE provider SET last_collection_status = 'running' WHERE id = ?",
                    run.orElseThrow().target().id());
            return run;
        });
    }

    @Override
    public boolean report(RunReference run, RunReport report) {
        return transactions.write(statements -> new OwnRun(statements.connection(), run).report(report));
    }

    @Override
    public boolean end(RunReference run, RunEnd end) {
        return transactions.write(statements -> new OwnRun(statements.connection(), run).end(end, now()));
    }

    @Override
    public boolean cancel(UUID runId) {
        Instant now = now();
        return transactions.write(statements -> {
            int canceled = statements.update(
                    "UPDATE collection_run SET active_provider_id = NULL, status = 'canceled', canceled_at = ?, completed_at = ?"
                            + " WHERE id = ? AND status IN ('pending', 'running')",
                    now,
                    now,
                    runId);
            if (canceled > 0) {
                statements.update(
                        "UPDATE provider SET last_collection_status = 'canceled'"
                                + " WHERE id = (SELECT provider_id FROM collection_run WHERE id = ?)",
                        runId);
            }
            return canceled > 0;
        });
    }

    @Override
    public Optional<UUID> active(UUID providerId) {
        return transactions.read(statements -> RunCreation.active(statements, providerId));
    }

    @Override
    public long pending() {
        return transactions
                .read(statements -> statements.first(
                        row -> row.getLong(1), "SELECT COUNT(*) FROM collection_run WHERE status = 'pending'"))
                .orElse(0L);
    }

    @Override
    public Map<String, Long> providersByPlugin() {
        Map<String, Long> counts = new LinkedHashMap<>();
        transactions.read(statements -> statements.list(
                row -> counts.put(row.getString(1) + ":" + row.getString(2), row.getLong(3)),
                "SELECT vendor, provider_type, COUNT(*) FROM provider GROUP BY vendor, provider_type"));
        return counts;
    }

    @Override
    public List<Target> enabledProviders(Caller caller, String vendor, String providerType) {
        List<Object> parameters = new ArrayList<>(List.of(vendor, providerType));
        String visible = "";
        if (!caller.readsAll()) {
            Set<Long> organizations = new LinkedHashSet<>(caller.readable());
            organizations.addAll(caller.writable());
            if (organizations.isEmpty()) {
                return List.of();
            }
            visible = " AND p.organization_id IN (" + String.join(", ", Collections.nCopies(organizations.size(), "?"))
                    + ")";
            parameters.addAll(organizations);
        }
        String sql = "SELECT " + RunRows.TARGET
                + "FROM provider p WHERE p.enabled = TRUE AND p.vendor = ? AND p.provider_type = ?" + visible
                + " ORDER BY p.name, p.id";
        return transactions.read(statements -> statements.list(RunRows::target, sql, parameters.toArray()));
    }

    @Override
    public Optional<Target> target(UUID providerId) {
        return transactions.read(statements -> statements.first(
                RunRows::target, "SELECT " + RunRows.TARGET + "FROM provider p WHERE p.id = ?", providerId));
    }

    /** As precise as the columns are. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
