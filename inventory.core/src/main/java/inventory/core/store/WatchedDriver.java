package inventory.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The driver as the pool sees it. A connection that fails is reported at once, and while the database is away the next try waits for
 * its return: left alone the pool would pause longer and longer, and still be asleep when the database is back.
 */
record WatchedDriver(DataSource driver, Recovery recovery, Duration limit) implements InvocationHandler {
    DataSource source() {
        Class<?>[] types = {DataSource.class};
        return (DataSource) Proxy.newProxyInstance(WatchedDriver.class.getClassLoader(), types, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean connects = method.getName().equals("getConnection");
        if (connects) {
            awaitReady();
        }
        try {
            return method.invoke(driver, arguments);
        } catch (InvocationTargetException e) {
            if (connects) {
                recovery.suspect();
            }
            throw e.getCause();
        }
    }

    private void awaitReady() throws SQLException {
        try {
            recovery.awaitReady(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the database is away", e);
        }
    }
}
