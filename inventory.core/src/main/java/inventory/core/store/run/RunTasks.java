package inventory.core.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
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

    private RunTasks() {}

    static void insert(Connection connection, UUID run, Instant due) throws SQLException {
        insert(connection, NAME, run.toString(), due);
    }

    static void insert(Connection connection, String name, String instance, Instant due) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO scheduled_tasks (task_name, task_instance,"
                        + " execution_time, picked, version) VALUES (?, ?, ?, FALSE, 1)")) {
            insert.setString(1, name);
            insert.setString(2, instance);
            insert.setObject(3, due.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Frees the tasks of a process that is gone. @return how many there were */
    static int free(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            return update.executeUpdate(
                    "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                            + " execution_time = CURRENT_TIMESTAMP, version = version + 1 WHERE picked = TRUE");
        }
    }
}
