package inventory.api.store;

import java.sql.SQLException;
import java.util.Set;

/** The database is there and refused a statement; {@link #getCause()} says why. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";
    /** Serialization failure, PostgreSQL's deadlock, H2's lock timeout. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "HYT00");

    /** PostgreSQL's and H2's. */
    private static final Set<String> DENIALS = Set.of("42501", "90096");

    private final String sqlState;

    public StoreException(SQLException cause) {
        super("The database refused a statement: " + cause.getMessage(), cause);
        sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** @return whether the row exists already: a key that must be unique would stand twice */
    public boolean isUniqueViolation() {
        return sqlState.equals(UNIQUE_VIOLATION);
    }

    /** @return whether a constraint refused the row (unique, foreign key, not null, check) */
    public boolean isConstraintViolation() {
        return sqlState.startsWith("23");
    }

    /** @return whether another transaction was in the way and the same transaction may succeed when done again */
    public boolean isConflict() {
        return CONFLICTS.contains(sqlState);
    }

    /** @return whether the user of the database lacks a right: a person must give it back */
    public boolean isDenied() {
        return DENIALS.contains(sqlState);
    }
}
