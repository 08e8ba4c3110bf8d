package inventory.core.store.resource;

import inventory.core.reconcile.KnownIndex;
import inventory.core.reconcile.Observer;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** What all attempts of a run share. Thread-safe. */
final class RunContext {
    private final Settings settings;
    private final RunReference run;
    private final RunKnowledge knowledge;
    private final Set<Long> batches = ConcurrentHashMap.newKeySet();
    private final Semaphore turn = new Semaphore(1, true);
    private final ConcurrentLinkedQueue<Observer> observers = new ConcurrentLinkedQueue<>();

    /**
     * What all runs share.
     *
     * @param bell rung after each commit of changes
     * @param largest bytes that a record may have
     */
    record Settings(Database database, Runnable bell, Clock clock, int largest) {}

    /**
     * What was known when the run began.
     *
     * @param types slug → id
     * @param slugs id → slug
     * @param previousRun the newest completed run of the provider before this one
     */
    record RunKnowledge(
            KnownIndex index,
            Lanes lanes,
            Map<String, UUID> types,
            Map<UUID, String> slugs,
            Optional<UUID> previousRun) {}

    RunContext(Settings settings, RunReference run, RunKnowledge knowledge) {
        this.settings = settings;
        this.run = run;
        this.knowledge = knowledge;
    }

    Database database() {
        return settings.database();
    }

    void ring() {
        settings.bell().run();
    }

    RunReference run() {
        return run;
    }

    KnownIndex index() {
        return knowledge.index();
    }

    Lanes lanes() {
        return knowledge.lanes();
    }

    Map<String, UUID> types() {
        return knowledge.types();
    }

    Map<UUID, String> slugs() {
        return knowledge.slugs();
    }

    Optional<UUID> previousRun() {
        return knowledge.previousRun();
    }

    /** Ids of the batches of changes that were begun. */
    Set<Long> batches() {
        return batches;
    }

    /** The attempts of a run commit one after the other; who moves resources between lanes keeps its turn until it ends. */
    Semaphore turn() {
        return turn;
    }

    /** Now, as databases keep it. */
    Instant now() {
        return settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An observer nobody else uses; give it back. */
    Observer borrow() {
        Observer free = observers.poll();
        return free == null ? new Observer(settings.largest()) : free;
    }

    void giveBack(Observer observer) {
        observers.add(observer);
    }
}
