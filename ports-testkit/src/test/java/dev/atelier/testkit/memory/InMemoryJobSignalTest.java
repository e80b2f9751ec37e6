package dev.atelier.testkit.memory;

import dev.atelier.port.out.job.JobSignal;
import dev.atelier.testkit.JobSignalContract;

final class InMemoryJobSignalTest extends JobSignalContract {

    @Override
    protected JobSignal signal() {
        return new InMemoryJobSignal();
    }
}
