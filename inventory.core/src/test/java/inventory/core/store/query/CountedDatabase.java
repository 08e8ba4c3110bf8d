package inventory.core.store.query;

import inventory.core.store.Database;
import inventory.core.store.Migrations;
import inventory.core.store.dialect.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.persistence.EntityManager;

/** A database that counts the statements sent to it. */
final class CountedDatabase implements Database {
    final AtomicInteger statements = new AtomicInteger();
    private final Database database;

    CountedDatabase(Database database) {
        this.database = database;
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(connection -> work.with(counted(connection)));
    }

    @Override
    public <T> T write(Work<T> work) {
        return database.write(connection -> work.with(counted(connection)));
    }

    @Override
    public <T> T entities(Function<EntityManager, T> work) {
        return database.entities(work);
    }

    @Override
    public Connection open() {
        return counted(database.open());
    }

    @Override
    public void migrate(Migrations migrations) {
        database.migrate(migrations);
    }

    @Override
    public RuntimeException failure(SQLException exception) {
        return database.failure(exception);
    }

    @Override
    public String check(Duration limit) {
        return database.check(limit);
    }

    @Override
    public void whenReady(Runnable action) {
        database.whenReady(action);
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                CountedDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
