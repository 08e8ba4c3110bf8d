package inventory.core.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
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

    /** Clears what a first migration left that was broken off, where tables are not created in transactions. */
    void discardUnfinished(Connection connection) throws SQLException;

    /**
     * Has the database count the rows that this transaction writes as soon as it commits, so that its own upkeep knows of a large
     * change at once; PostgreSQL would let a connection that goes idle wait for ten seconds.
     */
    void countAtCommit(Connection connection) throws SQLException;

    /** Lets go of the database after the last connection of the pool was closed. */
    void release(DataSource driver) throws SQLException;

    /**
     * The text of a member of a JSON object: strings as they are, all else as JSON; absent if there is no such member or it is null.
     *
     * @param json a column that holds a JSON object
     * @param key any text without NUL; at most 200 characters
     */
    Sql member(String json, String key);

    /**
     * Whether one element of a JSON list of texts fulfils the condition.
     *
     * @param json a column that holds a JSON list of texts
     * @param condition from the SQL of an element to a condition
     */
    Sql anyElement(String json, Function<String, Sql> condition);

    /**
     * The number that a text is; absent if it is none, or one of more than 30 digits on a side of the point.
     */
    String number(String text);

    /**
     * The text in lower case.
     *
     * @param ascii whether it will be compared with nothing but ASCII, for which less work is enough
     */
    String lower(String text, boolean ascii);

    /** Begins to add rows to a table within the connection's transaction. */
    BulkWriter insert(Connection connection, BulkTable table) throws SQLException;

    /** Begins to change rows of a table; the last of the columns is the one that finds the row. */
    BulkWriter update(Connection connection, BulkTable table) throws SQLException;
}
