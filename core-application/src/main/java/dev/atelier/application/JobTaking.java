package dev.atelier.application;

import dev.atelier.port.PortFailure;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.job.Taken.Left;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One round: as many jobs as there is room for, as soon as the bell rings. It looks for itself now and then, because rings
 * may be lost, and the time of a job may come without one; and more often while the bell is broken.
 */
final class JobTaking implements Loop.Round {

    private static final Logger LOG = System.getLogger(JobTaking.class.getName());

    /**
     * How soon it looks again for jobs of users who had as many under way as they may. It rings by itself when one of its own
     * ends; another worker may not know that anybody waits for that.
     */
    private static final Duration HELD_BACK = Duration.ofMillis(100);

    private static final Duration WITHOUT_BELL = Duration.ofMillis(250);

    /** Whoever has just got more than it has hands for lets some come together before it looks again. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final JobRepository jobs;
    private final JobSignal signal;
    private final JobsInHand hands;
    private final WorkerOptions options;

    /** Held while jobs are claimed: whoever has it knows that none is on its way. */
    private final ReentrantLock claiming = new ReentrantLock();

    private boolean stopped;
    private boolean bellBroken;
    private Left left = Left.MORE;

    /** How many jobs were in hand after the last claim. */
    private volatile int takenAtOnce;

    /** Whether jobs wait that were held back, of which nobody has been told yet that their turn may have come. */
    private final AtomicBoolean heldBack = new AtomicBoolean();

    JobTaking(JobRepository jobs, JobSignal signal, JobsInHand hands, WorkerOptions options) {
        this.jobs = jobs;
        this.signal = signal;
        this.hands = hands;
        this.options = options;
        hands.atEnd(this::makeRoom);
    }

    @Override
    public void go() throws InterruptedException {
        hands.awaitRoom();
        if (left != Left.MORE) {
            listen(left == Left.HELD_BACK ? HELD_BACK : options.sweepInterval());
        }
        left = Left.NOTHING; // also if the next line throws
        left = take();
        if (left == Left.MORE && hands.room() == 0) {
            ring(); // there is more than this worker can carry
        }
        if (left == Left.NOTHING && hands.count() > options.concurrency()) {
            Thread.sleep(MOMENT);
        }
    }

    /** Whoever was held back may have their turn now; one claim for several is cheaper than one for each. */
    private void makeRoom() {
        if (hands.count() <= takenAtOnce / 2 && heldBack.compareAndSet(true, false)) {
            ring();
        }
    }

    private void listen(Duration patience) throws InterruptedException {
        try {
            signal.await(options.queues(), patience);
            bellBroken = false;
        } catch (PortFailure e) {
            if (!bellBroken) {
                LOG.log(
                        Level.WARNING,
                        () -> "the queue is away, jobs are looked for in the database: " + e.getMessage());
            }
            bellBroken = true;
            Thread.sleep(WITHOUT_BELL);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Left take() throws InterruptedException {
        claiming.lock();
        try {
            if (stopped) {
                throw new InterruptedException("no more jobs are taken");
            }
            var taken = jobs.claimDue(options.queues(), hands.room(), options.jobsPerUser(), options.lease());
            taken.claims().forEach(hands::take);
            takenAtOnce = hands.count();
            heldBack.set(taken.left() == Left.HELD_BACK);
            return taken.left();
        } finally {
            claiming.unlock();
        }
    }

    /** There is more to do, of which nobody may have heard. */
    private void ring() {
        options.queues().forEach(signal::ring);
    }

    /** Returns when no job is on its way to this worker any more. */
    void stop() {
        claiming.lock();
        try {
            stopped = true;
        } finally {
            claiming.unlock();
        }
    }
}
