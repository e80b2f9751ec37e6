package dev.atelier.adapter.redis;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A call that is as good for all who wait for it as for one: what begins after they came counts for them. */
final class SharedCall {

    private final Runnable call;
    private final AtomicLong came = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private long servedUpTo;
    private @Nullable RuntimeException failure;

    SharedCall(Runnable call) {
        this.call = call;
    }

    /** Returns when a call has been made that began after this one came; fails as that did. */
    void make() {
        long number = came.incrementAndGet();
        turn.lock();
        try {
            if (servedUpTo < number) {
                serve();
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            turn.unlock();
        }
    }

    private void serve() {
        long all = came.get();
        failure = null;
        try {
            call.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        servedUpTo = all;
    }
}
