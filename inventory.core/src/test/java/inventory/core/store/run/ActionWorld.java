package inventory.core.store.run;

import inventory.api.action.ActionOrder;
import inventory.api.action.Task;
import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.api.query.Query;
import inventory.api.resource.Resource;
import inventory.core.action.ActionEngine;
import inventory.core.action.ActionMeasures;
import inventory.core.action.ActionServices;
import inventory.core.action.ActionTasks;
import inventory.core.action.ActionWorker;
import inventory.core.action.ActiveActions;
import inventory.core.action.StoredActions;
import inventory.core.collect.EngineAssembly;
import inventory.core.registry.FakePluginService;
import inventory.core.store.PooledDatabase;
import inventory.core.store.query.JdbcInventory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A database with one collected machine, and all that acts on it. To be closed. */
final class ActionWorld implements AutoCloseable {
    static final Caller ADMIN = new Caller(1, "root", true, false, Set.of(), Set.of());
    static final Caller WRITER = new Caller(2, "ann", false, false, Set.of(), Set.of(1L));

    final ActingPlugin plugin = new ActingPlugin();
    final RunWorld runs;
    final EngineAssembly collecting;
    final JdbcInventory inventory;
    final JdbcTaskStore store;
    final ActiveActions active = new ActiveActions();
    final ActionMeasures measures = new ActionMeasures(active);
    final StoredActions actions;
    final Resource machine;

    ActionWorld(PooledDatabase database) {
        runs = new RunWorld(database);
        collecting = new EngineAssembly(runs.store, runs.world.reconciler(), plugin);
        collecting.service().manifest =
                Optional.of(FakePluginService.manifest("sample", "generator", ActingPlugin.ACTIONS));
        inventory = new JdbcInventory(database, collecting.configs());
        store = new JdbcTaskStore(database);
        actions = new StoredActions(
                inventory,
                collecting.registry(),
                collecting.configs(),
                new ActionTasks(store, () -> {}, active, inventory, measures));
        collect();
        machine = inventory
                .list(Caller.SYSTEM, Listings.RESOURCES, Query.all())
                .results()
                .get(0);
    }

    void collect() {
        collecting.worker().work(runs.create().id());
    }

    ActionWorker worker(Duration limit) {
        return new ActionEngine(
                new ActionServices(
                        store,
                        inventory,
                        collecting.connections(),
                        collecting.configs(),
                        collecting.threads(),
                        limit,
                        Clock.systemUTC()),
                active,
                measures);
    }

    Task start(String action) {
        return start(WRITER, action, Map.of(), false);
    }

    Task start(Caller caller, String action, Map<String, Object> parameters, boolean dryRun) {
        return actions.start(caller, machine.id().toString(), new ActionOrder(action, parameters, dryRun, "request-1"));
    }

    /** Carries the task out on this thread. @return as it stands then */
    Task work(Task task) {
        worker(Duration.ofSeconds(30)).work(task.id());
        return find(task.id());
    }

    Task find(UUID id) {
        return inventory.get(Caller.SYSTEM, Listings.TASKS, id.toString());
    }

    /** What the audit says, the oldest first: who, action, outcome. */
    List<String> audit() {
        return inventory
                .list(Caller.SYSTEM, Listings.AUDIT, new Query(Map.of(), "", List.of("at"), 1, 100, Optional.empty()))
                .results()
                .stream()
                .map(entry -> entry.who() + " " + entry.action() + " " + entry.outcome())
                .toList();
    }

    @Override
    public void close() {
        collecting.close();
        runs.close();
    }
}
