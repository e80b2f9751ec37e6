package dev.atelier.application;

import dev.atelier.port.in.job.Worker;
import java.util.List;

/** The loops of a worker, and the jobs that it has in hand. */
final class JobWorker implements Worker {

    private final JobTaking taking;
    private final JobsInHand hands;
    private final List<Loop> loops;

    /** @param loops the first one takes jobs; the others are needed until the last job is out of hand */
    JobWorker(JobTaking taking, JobsInHand hands, List<Loop> loops) {
        this.taking = taking;
        this.hands = hands;
        this.loops = List.copyOf(loops);
    }

    @Override
    public void close() {
        taking.stop();
        loops.getFirst().close();
        hands.close();
        loops.forEach(Loop::close);
    }
}
