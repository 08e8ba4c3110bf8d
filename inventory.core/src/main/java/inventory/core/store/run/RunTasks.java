package inventory.core.store.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

/**
 * The durable tasks of runs and schedules, as rows in the form of the db-scheduler library. It cannot take part in a transaction that is already
 * open, so what has to be in one with a run's row is written here.
 */
final class RunTasks {
    /** Name of the task; its instances are named by the run's id and carry no data. */
    static final String NAME = "collection-run";

    /** Name of the task of a schedule; its instances are named by the provider's id. */
    static final String SCHEDULE = "collection-schedule";

    /** Name of the task that follows a change; its instances are named by the provider's id and the second in which they are due. */
    static final String SOON = "collection-soon";

    /** Where the tasks of runs and schedules are. */
    static final String TABLE = "scheduled_tasks";

    /** Name of the task of an action; its instances are named by the id of the action's task. */
    static final String ACTION = "action";

    /** Where the tasks of actions are: apart, so that neither waits for the other. */
    static final String ACTION_TABLE = "scheduled_actions";

    private RunTasks() {}

    static void insert(Statements statements, UUID run, Instant due) throws SQLException {
        insert(statements, new Kind(TABLE, NAME), run.toString(), due);
    }

    /** Stores the durable task that follows a change. */
    static void insertSoon(Statements statements, String instance, Instant due) throws SQLException {
        insert(statements, new Kind(TABLE, SOON), instance, due);
    }

    /** Stores the durable task of an action. */
    static void insertAction(Statements statements, UUID action, Instant due) throws SQLException {
        insert(statements, new Kind(ACTION_TABLE, ACTION), action.toString(), due);
    }

    /** Where tasks of one name are. */
    private record Kind(String table, String name) {}

    private static void insert(Statements statements, Kind kind, String instance, Instant due) throws SQLException {
        statements.update(
                "INSERT INTO " + kind.table() + " (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, ?, FALSE, 1)",
                kind.name(),
                instance,
                due);
    }

    /** Frees the tasks of a process that is gone. @return how many there were */
    static int free(Connection connection, String table) throws SQLException {
        try (Statement update = connection.createStatement()) {
            return update.executeUpdate(
                    "UPDATE " + table + " SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                            + " execution_time = CURRENT_TIMESTAMP, version = version + 1 WHERE picked = TRUE");
        }
    }
}
