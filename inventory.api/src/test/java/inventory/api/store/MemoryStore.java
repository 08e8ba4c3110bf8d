package inventory.api.store;

import inventory.api.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables of one bundle in H2's memory, with the part of the core's that they refer to. It can go away. Needs H2 on the class path. */
public final class MemoryStore implements BundleStore {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);

    /** @param migration name of the file in {@code META-INF/migrations} */
    public MemoryStore(String migration) {
        try (InputStream in = MemoryStore.class.getResourceAsStream("/META-INF/migrations/" + migration)) {
            String tables = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${binary}", "");
            execute("CREATE TABLE provider (id UUID PRIMARY KEY)");
            execute(tables);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row of the core that rows of the bundle may refer to. */
    public UUID newProvider() {
        return add(UUID.randomUUID());
    }

    /** The same with an id of one's own. */
    public UUID add(UUID id) {
        return write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO provider VALUES (?)")) {
                insert.setObject(1, id);
                insert.executeUpdate();
                return id;
            }
        });
    }

    public void execute(String sql) {
        boolean unused = read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** After so many calls nothing is answered any more. */
    public MemoryStore awayAfter(int answers) {
        answersLeft.set(answers);
        return this;
    }

    @Override
    public <T> T read(Work<T> work) {
        return with(work, true);
    }

    @Override
    public <T> T write(Work<T> work) {
        return with(work, false);
    }

    private <T> T with(Work<T> work, boolean autoCommit) {
        if (answersLeft.getAndDecrement() <= 0) {
            throw new UnavailableException("the database cannot be reached", null);
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(autoCommit);
            T result = work.with(connection);
            if (!autoCommit) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
