package dev.atelier.adapter.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections whose search path ends with a transaction. Flyway sets one for the session; behind a transaction pooler that
 * session is another client's a moment later, and what it makes would be made in our schema. Nothing of ours depends on the
 * path: every name in a migration is qualified.
 */
final class LocalSearchPath {

    private static final String OF_SESSION = "set_config('search_path', ?, false)";
    private static final String OF_TRANSACTION = "set_config('search_path', ?, true)";

    private LocalSearchPath() {}

    static DataSource of(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    private static Connection of(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                arguments[0] = sql.replace(OF_SESSION, OF_TRANSACTION);
            }
            return call(connection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
