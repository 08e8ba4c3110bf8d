package inventory.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts how often the database is asked: a statement, a whole batch, a COPY and a commit count one each. */
public final class CountingSource {
    private final AtomicInteger count = new AtomicInteger();

    /** Stands before the driver. */
    public DataSource over(DataSource driver) {
        return proxy(DataSource.class, driver);
    }

    /** @return the number since the last call */
    public int take() {
        return count.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute") || name.equals("commit") || name.equals("unwrap")) {
            count.incrementAndGet();
        }
        try {
            Object result = method.invoke(target, arguments);
            return name.equals("unwrap") ? result : counted(result);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object counted(Object result) {
        if (result instanceof Connection connection) {
            return proxy(Connection.class, connection);
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
    }
}
