package dev.atelier.testkit.memory;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.testkit.HealthProbeContract;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class SettableHealthProbeTest extends HealthProbeContract {

    @Override
    protected HealthProbe working() {
        return new SettableHealthProbe("memory");
    }

    @Override
    protected SettableHealthProbe broken() {
        var probe = new SettableHealthProbe("memory");
        probe.fail(new PortFailure.Permanent(PortFailure.Service.DATABASE, "broken"));
        return probe;
    }

    @Test
    void itWorksAgainWhenItIsToldSo() {
        var probe = broken();
        probe.recover();

        Assertions.assertDoesNotThrow(probe::probe);
    }
}
