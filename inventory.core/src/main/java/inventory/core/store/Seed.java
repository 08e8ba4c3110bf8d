package inventory.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What must stand in the tables before the database counts as ready. A component that implements it carries the property {@code
 * seed=taxonomy} (categories, types, mappings) or {@code seed=people} (the first organization and the first user); the database
 * refers to both, mandatory, and plants them in this order after each migration and before it says that it is ready.
 */
public interface Seed {
    /**
     * Brings the rows up to date; costs next to nothing when they are. Called in a transaction, by one node at a time, again after
     * each reconnect.
     */
    void plant(Connection connection) throws SQLException;
}
