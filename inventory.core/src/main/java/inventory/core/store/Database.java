package inventory.core.store;

import inventory.api.UnavailableException;
import inventory.api.store.StoreException;
import inventory.core.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.persistence.EntityManager;

/**
 * The way to the database, whether it is there or not. Thread-safe. Every call throws {@link UnavailableException} while the database
 * cannot be reached or is not migrated yet, and works again without a restart once it can; and {@link StoreException} where the
 * database refuses a statement.
 */
public interface Database {
    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    Dialect dialect();

    /** Runs the work without a transaction of its own (auto-commit). */
    <T> T read(Work<T> work);

    /** Runs the work in one transaction: committed on return, rolled back on any exception, which is passed on. */
    <T> T write(Work<T> work);

    /** Runs the work in one JPA transaction. The first call may wait some seconds until JPA is up. */
    <T> T entities(Function<EntityManager, T> work);

    /**
     * A connection of its own in a transaction, for work that streams; the caller commits or rolls back, and closes. What it throws
     * goes through {@link #failure}.
     */
    Connection open();

    /** Brings tables that are not the core's own to their newest version. May take a while. */
    void migrate(Migrations migrations);

    /**
     * What an {@link SQLException} of {@link #open()}'s connection means, to be thrown: {@link UnavailableException} if the database
     * went away, else {@link StoreException}.
     */
    RuntimeException failure(SQLException exception);

    /** @return {@code ok}, or what is wrong, for a person, without credentials; within the limit */
    String check(Duration limit);

    /** Runs the action once the database is reachable, migrated and seeded; at once if it is. On a thread of the database. */
    void whenReady(Runnable action);
}
