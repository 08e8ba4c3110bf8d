package inventory.core.store.run;

import inventory.api.store.StoreException;
import inventory.core.store.Database;
import java.sql.SQLException;

/** Work on the rows of runs and tasks, each as one transaction. */
record Transactions(Database database) {
    private static final int CONFLICT_ATTEMPTS = 3;

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T with(Statements statements) throws SQLException;
    }

    /** The work as one transaction, again if another one was in its way. */
    <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.write(connection -> work.with(new Statements(connection)));
            } catch (StoreException e) {
                if (!e.isConflict() || attempt == CONFLICT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    <T> T read(Work<T> work) {
        return database.read(connection -> work.with(new Statements(connection)));
    }
}
