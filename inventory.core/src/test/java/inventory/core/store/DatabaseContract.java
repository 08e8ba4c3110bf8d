package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class DatabaseContract {
    private PooledDatabase database;

    abstract PooledDatabase newDatabase(Seed... seeds);

    @BeforeEach
    void open() {
        database = newDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isReadyAndEmpty() {
        assertEquals("ok", database.check(Duration.ofSeconds(5)));
        long resources = database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM resource")) {
                rows.next();
                return rows.getLong(1);
            }
        });
        assertEquals(0, resources);
    }
}
