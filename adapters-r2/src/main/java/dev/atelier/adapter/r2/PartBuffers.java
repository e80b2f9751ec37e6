package dev.atelier.adapter.r2;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The memory in which parts of uploads wait to be sent: so much and no more, whoever uploads. */
final class PartBuffers {

    /** The smallest part that S3 takes, so that most uploads have memory at once; 10,000 of them are 48 GiB. */
    static final int PART_BYTES = 5 * 1024 * 1024;

    private final Semaphore free;
    private final Duration longestWait;
    private final Deque<byte[]> idle = new ArrayDeque<>();

    PartBuffers(int count, Duration longestWait) {
        this.free = new Semaphore(count, true);
        this.longestWait = longestWait;
    }

    /**
     * Waits for a buffer of {@link #PART_BYTES}, first come, first served. To be given back.
     *
     * @throws TimeoutException when others keep theirs for too long
     */
    byte[] take() throws InterruptedException, TimeoutException {
        if (!free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("no part buffer within " + longestWait);
        }
        synchronized (idle) {
            return idle.isEmpty() ? new byte[PART_BYTES] : idle.pop();
        }
    }

    void giveBack(byte[] buffer) {
        synchronized (idle) {
            idle.push(buffer);
        }
        free.release();
    }

    int available() {
        return free.availablePermits();
    }
}
