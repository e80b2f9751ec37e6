package dev.atelier.adapter.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A server that takes what is sent and says nothing would keep everybody waiting for the whole time that a call is given. Once
 * somebody has waited in vain, all others are refused at once, until the server has answered to a thread of this class. One
 * that refuses, or cuts the connection, keeps nobody waiting, and is asked each time.
 */
final class Silence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);

    /** What fails after so long has waited in vain: half of what a call is given, and twice what a read may block. */
    private static final Duration IN_VAIN = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Runnable question;
    private final AtomicBoolean lasts = new AtomicBoolean();
    private volatile boolean open = true;

    /** @param question asks the server something; throws what Jedis does when there is no answer */
    Silence(Runnable question) {
        this.question = question;
    }

    /**
     * Asks the server, unless it is silent.
     *
     * @throws JedisException what {@code command} throws; when the server is silent, at once
     */
    <T> T unlessItLasts(Supplier<T> command) {
        if (lasts.get()) {
            throw new JedisConnectionException("it has not answered of late, and is not asked until it does");
        }
        long begin = System.nanoTime();
        try {
            return command.get();
        } catch (JedisException e) {
            if (System.nanoTime() - begin >= IN_VAIN.toNanos()) {
                begin();
            }
            throw e;
        }
    }

    private void begin() {
        if (open && lasts.compareAndSet(false, true)) {
            LOG.warn("redis is silent; it is asked no more until it answers");
            Thread.ofVirtual().name("redis-silence").start(this::awaitAnswer);
        }
    }

    private void awaitAnswer() {
        while (open && !answers()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        lasts.set(false);
        LOG.info("redis is asked again");
    }

    private boolean answers() {
        try {
            question.run();
            return true;
        } catch (JedisDataException refusal) {
            return true;
        } catch (JedisException stillSilent) {
            return false;
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
