package inventory.core.store;

import inventory.api.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all stores of record-like rows do alike: insert, change and delete one entity by its id. Thread-safe. */
@Component(service = Records.class)
public final class Records {
    private final Database database;
    private final Clock clock;

    @Activate
    public Records(@Reference Database database) {
        this(database, Clock.systemUTC());
    }

    public Records(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the time as the database keeps it */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Runs one JPA transaction. */
    public <T> T entities(Function<EntityManager, T> work) {
        return database.entities(work);
    }

    /**
     * Stores a new entity.
     *
     * @throws TakenException a unique name is taken
     */
    public <E> E insert(E entity) {
        return insert(entity, manager -> {});
    }

    /**
     * As above, with more in the same transaction.
     *
     * @throws TakenException a unique name is taken
     */
    public <E> E insert(E entity, Consumer<EntityManager> more) {
        return unique(() -> database.entities(manager -> {
            manager.persist(entity);
            more.accept(manager);
            return entity;
        }));
    }

    /**
     * Changes an entity; does nothing if it is gone.
     *
     * @throws TakenException a unique name is taken
     */
    public <E> void change(Class<E> type, Object id, BiConsumer<EntityManager, E> change) {
        unique(() -> database.entities(manager -> {
            E entity = manager.find(type, id);
            if (entity != null) {
                change.accept(manager, entity);
            }
            return id;
        }));
    }

    /** As above, for a change that touches nothing else. */
    public <E> void change(Class<E> type, Object id, Consumer<E> change) {
        change(type, id, (manager, entity) -> change.accept(entity));
    }

    /** Deletes an entity; does nothing if it is gone. */
    public <E> void delete(Class<E> type, Object id) {
        database.entities(manager -> {
            E entity = manager.find(type, id);
            if (entity != null) {
                manager.remove(entity);
            }
            return id;
        });
    }

    public <E> boolean exists(Class<E> type, Object id) {
        return database.entities(manager -> manager.find(type, id) != null);
    }

    private static <T> T unique(Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreException e) {
            if (e.isUniqueViolation()) {
                throw new TakenException(e);
            }
            throw e;
        }
    }
}
