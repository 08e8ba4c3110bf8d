package inventory.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes what goes to the database: each statement executed, each commit, each roll-back. A batch is one. */
final class RoundTrips {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** @return the source, noted */
    DataSource of(DataSource source) {
        return wrap(DataSource.class, source, "");
    }

    /** @return what was sent since the last call: SQL, or the name of the method */
    List<String> take() {
        List<String> taken = new ArrayList<>(sent);
        sent.clear();
        return taken;
    }

    private <T> T wrap(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments, sql);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object target, Method method, Object[] arguments, String sql) throws Throwable {
        boolean textFirst = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
        String text = textFirst ? (String) arguments[0] : sql;
        if (method.getName().startsWith("execute")) {
            sent.add(text);
        } else if (method.getName().equals("commit") || method.getName().equals("rollback")) {
            sent.add(method.getName());
        }
        try {
            Object result = method.invoke(target, arguments);
            boolean leads = result instanceof Connection || result instanceof Statement;
            return leads ? wrap(method.getReturnType(), result, text) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
