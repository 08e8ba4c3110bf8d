package inventory.core.store.resource;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Bits128;
import inventory.core.reconcile.KnownIndex;
import inventory.core.reconcile.KnownIndex.Standing;
import inventory.core.reconcile.Observation;
import inventory.core.reconcile.Observer;
import inventory.core.reconcile.QuarantineException;
import inventory.core.reconcile.ScopeSession;
import inventory.core.reconcile.StaleRunException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one scope. Observations are compared with what is known on the threads that bring them; what must be written is
 * gathered and written in bulk, within one transaction.
 *
 * <p>What comes from another lane is written in the turn to commit only: until then, its old lane may be counted by another attempt,
 * and both would write the same row.
 */
final class JdbcScopeSession implements ScopeSession {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcScopeSession.class);

    private final RunContext context;
    private final Scope scope;
    private final JdbcRunSession owner;
    private final int attempt;
    private final Map<String, ReadingLane> lanes = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ScopeTransaction transaction;
    private final Buffer changes = new Buffer();
    private final Buffer moves = new Buffer();
    private final List<Bits128> sheltered = new ArrayList<>();
    private final Tally tally;
    private boolean hasTurn;
    private boolean committed;
    private boolean ended;
    private Optional<RuntimeException> failure = Optional.empty();

    JdbcScopeSession(RunContext context, JdbcRunSession owner, Scope scope, Set<String> types) {
        this.context = context;
        this.owner = owner;
        this.scope = scope;
        this.attempt = context.index().begin();
        this.tally = new Tally(scope.id());
        Instant at = context.now();
        this.transaction = new ScopeTransaction(context, at);
        for (String type : types) {
            UUID id = context.types().get(type);
            if (id != null && scope.resourceTypes().contains(type)) {
                LaneKey key = new LaneKey(scope.id(), id);
                lanes.put(type, new ReadingLane(key, context.lanes().find(key)));
            }
        }
    }

    @Override
    public void accept(ResourceData resource) throws InterruptedException {
        Observer observer = context.borrow();
        try {
            Bits128 ref = observer.key(resource.emsRef());
            try {
                if (isAskedFor(resource.resourceTypeSlug())) {
                    take(ref, observer.observe(resource));
                }
            } catch (QuarantineException e) {
                quarantine(ref, resource.emsRef(), e.getMessage());
            }
        } finally {
            context.giveBack(observer);
        }
    }

    /** @return false for a type of the scope that this run is not about */
    private boolean isAskedFor(String type) throws QuarantineException {
        if (lanes.containsKey(type)) {
            return true;
        }
        if (!context.types().containsKey(type)) {
            throw new QuarantineException("resource type " + type + " is unknown");
        }
        if (!scope.resourceTypes().contains(type)) {
            throw new QuarantineException("resource type " + type + " is none of the scope's");
        }
        return false;
    }

    private void take(Bits128 ref, Observation seen) throws InterruptedException, QuarantineException {
        lock.lockInterruptibly();
        try {
            requireOpen();
            int handle = context.index().claim(ref, attempt);
            if (handle == KnownIndex.TAKEN) {
                throw new QuarantineException("ems_ref was seen before in this run");
            }
            tally.warn(seen.warnings());
            ReadingLane lane = lanes.get(seen.data().resourceTypeSlug());
            Standing standing = context.index().compare(handle, seen, lane.number());
            if (standing == Standing.SAME) {
                tally.unchanged();
                return;
            }
            Buffer buffer = standing == Standing.ELSEWHERE ? moves : changes;
            buffer.add(new Seen(handle, seen, lane, standing));
            if (buffer.isFull()) {
                if (buffer == moves) {
                    takeTurn();
                }
                write(buffer);
            }
        } finally {
            lock.unlock();
        }
    }

    private void quarantine(Bits128 ref, String emsRef, String reason) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireOpen();
            tally.quarantine(emsRef, reason);
            sheltered.add(ref);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void notRead(String resourceType) {
        lock.lock();
        try {
            requireOpen();
            if (lanes.containsKey(resourceType)) {
                lanes.get(resourceType).markNotRead();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Counts commit() {
        lock.lock();
        try {
            requireOpen();
            takeTurn();
            write(changes);
            write(moves);
            List<ReadingLane> read =
                    lanes.values().stream().filter(ReadingLane::isRead).toList();
            List<Integer> missed = miss(read);
            transaction.count(read);
            transaction.commit();
            committed = true;
            context.index().commit(attempt);
            context.index().miss(missed);
            sheltered.forEach(context.index()::shelter);
            context.lanes().count(read);
            owner.complete(read);
            if (transaction.hasChanges()) {
                context.ring();
            }
            return tally.counts();
        } catch (SQLException e) {
            throw fail(context.database().failure(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fail(new StaleRunException("The run was interrupted while it waited for its turn to commit"));
        } finally {
            end();
            lock.unlock();
        }
    }

    private List<Integer> miss(List<ReadingLane> read) throws SQLException {
        List<Integer> all = new ArrayList<>();
        for (ReadingLane lane : read) {
            if (lane.known().isPresent()) {
                List<Integer> missed = context.index().missed(lane.number(), attempt);
                transaction.miss(lane.known().get(), missed);
                all.addAll(missed);
            }
        }
        return all;
    }

    private void write(Buffer buffer) {
        try {
            tally.add(transaction.write(buffer.take()));
        } catch (SQLException e) {
            throw fail(context.database().failure(e));
        } catch (RuntimeException e) {
            throw fail(e);
        }
    }

    private void takeTurn() throws InterruptedException {
        if (!hasTurn) {
            context.turn().acquire();
            hasTurn = true;
        }
    }

    /** A provider may swallow what an observation raised: then the next call says it again. */
    private RuntimeException fail(RuntimeException reason) {
        failure = Optional.of(reason);
        return reason;
    }

    private void requireOpen() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (ended) {
            throw new IllegalStateException("The attempt at " + scope.id() + " has ended");
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (!committed) {
            context.index().abandon(attempt);
        }
        owner.ended(scope);
        try {
            transaction.close();
        } catch (SQLException e) {
            LOG.debug("The connection of an ended attempt broke", e);
        } finally {
            if (hasTurn) {
                context.turn().release();
            }
        }
    }
}
