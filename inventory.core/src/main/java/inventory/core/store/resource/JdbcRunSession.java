package inventory.core.store.resource;

import inventory.api.provider.Scope;
import inventory.api.store.StoreException;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.StaleRunException;
import inventory.core.store.run.OwnRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run's way into the store. */
final class JdbcRunSession implements RunSession {
    private static final int TRIES = 3;

    private final RunContext context;
    private final Set<String> open = new HashSet<>();
    private final Set<LaneKey> complete = new HashSet<>();

    JdbcRunSession(RunContext context) {
        this.context = context;
    }

    @Override
    public ScopeSession open(Scope scope, Set<String> types) {
        synchronized (this) {
            if (!open.add(scope.id())) {
                throw new IllegalStateException("Two attempts at the scope " + scope.id() + " at the same time");
            }
        }
        return new JdbcScopeSession(context, this, scope, types);
    }

    synchronized void ended(Scope scope) {
        open.remove(scope.id());
    }

    synchronized void complete(Collection<ReadingLane> lanes) {
        lanes.forEach(lane -> complete.add(lane.key()));
    }

    private synchronized List<Integer> removable() {
        List<Integer> removable = new ArrayList<>();
        for (LaneKey key : complete) {
            context.lanes()
                    .find(key)
                    .ifPresent(lane -> removable.addAll(context.index().removable(lane.number())));
        }
        return removable;
    }

    @Override
    public Removals removals() {
        return new Removals(removable().size(), context.index().present());
    }

    @Override
    public RunEnd finish(boolean remove, RunEnd end) {
        List<Integer> removed = remove ? removable() : List.of();
        try {
            context.turn().acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StaleRunException("The run was interrupted before it could end");
        }
        try {
            RunEnd ended = end.removing(removed.size());
            if (finishAgain(removed, ended, TRIES)) {
                context.ring();
            }
            return ended;
        } finally {
            context.turn().release();
        }
    }

    /** Runs of other providers may resolve the same edges at the same time: then the database lets one of them try again. */
    private boolean finishAgain(List<Integer> removed, RunEnd end, int tries) {
        try {
            return context.database().write(connection -> finish(connection, removed, end));
        } catch (StoreException e) {
            if (tries > 1 && e.isConflict()) {
                return finishAgain(removed, end, tries - 1);
            }
            throw e;
        }
    }

    /** @return whether there are changes to be read in the feed */
    private boolean finish(Connection connection, List<Integer> removed, RunEnd end) throws SQLException {
        Instant now = context.now();
        ChangeBatch batch = new ChangeBatch(context);
        if (!removed.isEmpty()) {
            EdgeResolution.takeTurn(connection);
            new Removal(context, batch, now).remove(connection, removed);
        }
        new EdgeResolution(connection, context).resolve();
        if (!new OwnRun(connection, context.run()).end(end, context.now())) {
            throw new StaleRunException("The run " + context.run().run() + " was canceled or taken over");
        }
        batch.publish(connection, context.now());
        return batch.isUsed();
    }
}
