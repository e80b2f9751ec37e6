package dev.atelier.testkit.memory;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.HealthProbe;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at something that works until it is told not to. Safe for use by many threads. */
public final class SettableHealthProbe implements HealthProbe {

    private final String name;
    private final AtomicReference<Optional<PortFailure>> failure = new AtomicReference<>(Optional.empty());

    SettableHealthProbe(String name) {
        this.name = name;
    }

    /** It does not work from now on. */
    public void fail(PortFailure because) {
        failure.set(Optional.of(because));
    }

    /** It works from now on. */
    public void recover() {
        failure.set(Optional.empty());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void probe() {
        failure.get().ifPresent(because -> {
            throw because;
        });
    }
}
