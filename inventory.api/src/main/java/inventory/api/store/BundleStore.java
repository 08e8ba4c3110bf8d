package inventory.api.store;

import inventory.api.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tables of one bundle in the product's database, H2 or PostgreSQL. Each bundle that refers to this service gets its own. Thread-safe.
 * Implemented by the core.
 *
 * <p>The bundle brings its tables as {@code META-INF/migrations/V1__what_it_does.sql}, {@code V2__…}, which are applied in their order,
 * once, before the first work is done; the history of each bundle is a table of its own. They are forward only. A placeholder stands for
 * what the databases call differently: <code>${text}</code> a text of any length, <code>${json}</code>, <code>${bytes}</code>, <code>
 * ${binary}</code> (after a text type) byte-wise order. A migration that was broken off is begun again, on H2 with what it had made, so
 * write {@code CREATE TABLE IF NOT EXISTS}. Tables begin with the last part of the bundle's name; of the product's own they may refer
 * only to {@code provider (id)} and {@code organization (id)}. They stay when the bundle goes.
 */
@ProviderType
public interface BundleStore {
    /** What is done with a connection, which is not kept beyond it. */
    @FunctionalInterface
    interface Work<T> {
        /** @throws SQLException let it through: it is told as what it means */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Runs the work without a transaction of its own (auto-commit).
     *
     * @throws UnavailableException the database cannot be reached, or the bundle's tables cannot be made
     * @throws StoreException the database refused a statement
     */
    <T> T read(Work<T> work);

    /**
     * Runs the work in one transaction: committed on return, rolled back on any exception, which is passed on.
     *
     * @throws UnavailableException the database cannot be reached, or the bundle's tables cannot be made; nothing was stored, unless the
     *     connection broke during the commit itself
     * @throws StoreException the database refused a statement
     */
    <T> T write(Work<T> work);
}
