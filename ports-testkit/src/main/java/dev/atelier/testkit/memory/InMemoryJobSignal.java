package dev.atelier.testkit.memory;

import dev.atelier.domain.job.Queue;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bells that ring until somebody comes. */
final class InMemoryJobSignal implements JobSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Set<Queue> ringing = EnumSet.noneOf(Queue.class);

    @Override
    public void ring(Queue queue) {
        lock.lock();
        try {
            ringing.add(queue);
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(Set<Queue> queues, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!ringing.removeAll(queues)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                rung.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
