package dev.atelier.application;

import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.job.JobRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Frees jobs whose worker gives no sign of life, and forgets those that ended long ago. */
final class JobSweep {

    static final Duration CLEANING_INTERVAL = Duration.ofMinutes(1);

    /** So long their owners can see what became of them. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** So long an operator can have them tried again. */
    private static final Duration DEAD_KEPT = Duration.ofDays(30);

    private static final Logger LOG = System.getLogger(JobSweep.class.getName());
    private static final int BATCH = 1_000;

    private final JobRepository jobs;
    private final JobRecords records;
    private final JobObserver observer;

    JobSweep(JobRepository jobs, JobRecords records, JobObserver observer) {
        this.jobs = jobs;
        this.records = records;
        this.observer = observer;
    }

    void release() {
        int released = jobs.releaseExpired();
        if (released > 0) {
            LOG.log(Level.WARNING, () -> "%d jobs were left behind by their workers".formatted(released));
            observer.takenOver(released);
        }
    }

    void clean() {
        int all = 0;
        for (int removed = BATCH; removed >= BATCH; all += removed) {
            removed = records.removeEnded(KEPT, DEAD_KEPT, BATCH);
        }
        observer.swept(all);
    }
}
