package inventory.core.store.resource.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.RunSession.Removals;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.ScopeSession.Counts;
import inventory.core.reconcile.StaleRunException;
import inventory.core.store.resource.World;
import inventory.core.store.resource.history.ModelRun.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lets two random estates be read by runs to which everything happens, and compares what is stored with the plain model. */
final class RandomHistory {
    private static final Set<String> ALL = new TreeSet<>(RandomEstate.TYPES);

    private final World world;
    private final Random dice;
    private final Map<UUID, Integer> runs = new HashMap<>();
    private final List<List<String>> feed = new ArrayList<>();
    private final StoredPicture stored;
    private final List<Side> sides;

    private record Side(UUID id, RandomEstate estate, ModelProvider model) {}

    private record Reading(String scope, ScopeSession real, Attempt model, List<ResourceData> records) {}

    RandomHistory(World world, long seed) {
        this.world = world;
        this.dice = new Random(seed);
        this.stored = new StoredPicture(world, runs);
        this.sides = List.of(side("one"), side("two"));
    }

    private Side side(String name) {
        return new Side(world.newProvider(name), new RandomEstate(name, dice), new ModelProvider(name, feed));
    }

    void live(int count) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            Side side = sides.get(dice.nextInt(2));
            side.estate().change();
            run(side, i);
            compare("after run " + i);
        }
        // at last, one quiet run of each shows all edges
        for (Side side : sides) {
            run(side, count + 1 + sides.indexOf(side));
        }
        compare("at the end");
    }

    private void compare(String when) {
        boolean edges = sides.stream().allMatch(side -> side.model().edgesResolved);
        for (Side side : sides) {
            Side other = sides.get(1 - sides.indexOf(side));
            Picture expected = Picture.of(side.model(), other.model(), feed);
            Picture actual = stored.of(side.id(), edges);
            assertEquals(expected.resources(), actual.resources(), when);
            assertEquals(expected.sightings(), actual.sightings(), when);
            assertEquals(expected.drifts(), actual.drifts(), when);
            assertEquals(expected.edges(), actual.edges(), when);
            assertEquals(expected.feed(), actual.feed(), when);
        }
    }

    private void run(Side side, int number) throws InterruptedException {
        RunReference run = world.newRun(side.id());
        runs.put(run.run(), number);
        if (dice.nextInt(6) == 0) {
            crash(side, run, number);
            if (dice.nextBoolean()) {
                world.end(run, "failed");
                return;
            }
            run = world.takeOver(run);
        }
        Set<String> types = dice.nextInt(5) == 0 ? Set.of(RandomEstate.TYPES.get(dice.nextInt(2))) : ALL;
        ModelRun model = new ModelRun(side.model(), number);
        RunSession session = world.reconciler().open(run);
        boolean takenOver = run.fence() > 1;
        read(side, session, model, types, !takenOver);
        end(run, session, model);
    }

    /** Some scopes are committed, others are not, nothing ends the run. */
    private void crash(Side side, RunReference run, int number) throws InterruptedException {
        RunSession session = world.reconciler().open(run);
        read(side, session, new ModelRun(side.model(), number), ALL, true);
        side.estate().change();
    }

    private void end(RunReference run, RunSession session, ModelRun model) {
        if (dice.nextInt(8) == 0) {
            world.end(run, "canceled");
            assertThrows(StaleRunException.class, () -> world.finish(session, true));
            return;
        }
        assertEquals(new Removals(model.removable().size(), model.present()), session.removals());
        boolean remove = dice.nextInt(5) > 0;
        assertEquals(model.finish(remove), world.finish(session, remove));
    }

    private void read(Side side, RunSession session, ModelRun model, Set<String> types, boolean mayNotRead)
            throws InterruptedException {
        List<Reading> open = new ArrayList<>();
        for (String scope : RandomEstate.SCOPES) {
            if (dice.nextInt(10) > 0) {
                open.add(open(side, session, model, scope, types));
            }
        }
        interleave(open);
        Collections.shuffle(open, dice);
        for (Reading reading : open) {
            int fate = dice.nextInt(12);
            if (fate == 0) {
                abandon(reading);
            } else if (fate == 1) {
                abandon(reading);
                again(side, session, model, reading.scope(), types);
            } else {
                if (fate == 2 && mayNotRead) {
                    reading.real().notRead("subnet");
                    reading.model().notRead("subnet");
                }
                commit(reading);
                if (fate == 3 && mayNotRead) {
                    again(side, session, model, reading.scope(), types);
                }
            }
        }
    }

    private void again(Side side, RunSession session, ModelRun model, String scope, Set<String> types)
            throws InterruptedException {
        Reading reading = open(side, session, model, scope, types);
        interleave(List.of(reading));
        commit(reading);
    }

    private Reading open(Side side, RunSession session, ModelRun model, String scope, Set<String> types) {
        world.pass(Duration.ofSeconds(1));
        return new Reading(
                scope,
                session.open(new Scope(scope, ALL), types),
                model.open(scope, types, world.instant()),
                new ArrayList<>(side.estate().list(scope)));
    }

    private void interleave(List<Reading> open) throws InterruptedException {
        List<Reading> busy = new ArrayList<>(open);
        while (!busy.isEmpty()) {
            Reading reading = busy.get(dice.nextInt(busy.size()));
            if (reading.records().isEmpty()) {
                busy.remove(reading);
            } else {
                ResourceData record = reading.records().remove(0);
                reading.real().accept(record);
                reading.model().accept(record);
            }
        }
    }

    private static void abandon(Reading reading) {
        reading.real().close();
        reading.model().abandon();
    }

    private static void commit(Reading reading) {
        Counts counts = reading.real().commit();
        Attempt model = reading.model();
        model.commit();
        assertEquals(
                List.of(model.created, model.updated, model.unchanged, model.quarantinedCount),
                List.of((int) counts.created(), (int) counts.updated(), (int) counts.unchanged(), (int)
                        counts.quarantinedCount()));
    }
}
