package inventory.core.store.dialect;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** The SQL that differs between databases. Everything else is the same text on both. */
public sealed interface Dialect permits H2Dialect, PostgresqlDialect {
    /** @return the dialect of a JDBC address; an unknown one is an {@link IllegalArgumentException} */
    static Dialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return new H2Dialect();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresqlDialect();
        }
        throw new IllegalArgumentException("The database address must begin with jdbc:h2: or jdbc:postgresql:");
    }

    /** @return {@code H2} or {@code PostgreSQL}, for people */
    String name();

    /** @return placeholder → text, for the migrations */
    Map<String, String> placeholders();

    /** @return class name that Hibernate is told to use */
    String hibernateDialect();

    /** @return a parameter marker whose bound text becomes a value of a JSON column */
    String jsonParameter();

    /** @return the driver's own connections, without a pool */
    DataSource dataSource(Login login);

    /** @return the class loader that knows the driver's classes */
    ClassLoader driverLoader();

    /** @return whether the database is away, rather than unwilling to do this statement */
    boolean isUnreachable(SQLException failure);

    /** @return whether the failure says that a table does not exist */
    boolean isMissingTable(SQLException failure);

    /** @return whether no other process can have the database open at the same time */
    boolean isExclusive();

    /** Lets go of the database after the last connection of the pool was closed. */
    void release(DataSource driver) throws SQLException;
}
