package dev.atelier.adapter.r2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** The memory in which parts of uploads wait to be sent: so much and no more, whoever uploads. */
final class PartBuffers {

    /** The smallest part that S3 takes, so that most uploads have memory at once; 10,000 of them are 48 GiB. */
    static final int PART_BYTES = 5 * 1024 * 1024;

    private final Semaphore free;
    private final Deque<byte[]> idle = new ArrayDeque<>();

    PartBuffers(int count) {
        this.free = new Semaphore(count, true);
    }

    /** Waits for a buffer of {@link #PART_BYTES}, first come, first served. To be given back. */
    byte[] take() throws InterruptedException {
        free.acquire();
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
