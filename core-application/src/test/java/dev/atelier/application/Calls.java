package dev.atelier.application;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Ports with something in the way of one of their methods. */
final class Calls {

    private Calls() {}

    /** {@code real}, of which the first {@code times} calls of {@code method} fail, to be tried again. */
    static <T> T failing(Class<T> port, T real, String method, AtomicInteger times) {
        return before(port, real, method, () -> {
            if (times.decrementAndGet() >= 0) {
                throw PortFailure.Retryable.unavailable(Service.DATABASE, "away for a moment", new IOException());
            }
        });
    }

    /** {@code real}, and what {@code method} gives is shown to {@code action} first. */
    static <T> T watched(Class<T> port, T real, String method, Consumer<Object> action) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, args) -> {
            try {
                var answer = called.invoke(real, args);
                if (called.getName().equals(method)) {
                    action.accept(answer);
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** {@code real}, of which {@code method} always gives {@code answer}. */
    static <T> T answering(Class<T> port, T real, String method, Object answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                return answer;
            }
            try {
                return called.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** {@code real}, and {@code action} before each call of {@code method}. */
    static <T> T before(Class<T> port, T real, String method, Runnable action) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                action.run();
            }
            try {
                return called.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
