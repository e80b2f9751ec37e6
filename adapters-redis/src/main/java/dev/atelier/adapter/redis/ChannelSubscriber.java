package dev.atelier.adapter.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to any number of channels on one connection, which is made again whenever it is lost. Everything that touches
 * {@link #entries} and everything that is sent goes through this object's lock, so that what Redis was told is what the
 * table says.
 */
final class ChannelSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelSubscriber.class);

    /** Keeps the connection subscribed while nobody listens to anything else. */
    private static final String ALWAYS = "atelier:feed";

    private static final Duration PING_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(12);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * Somebody who listens to a channel.
     *
     * @param message gets each message
     * @param listening is called whenever listening begins, for the first time or again
     */
    record Entry(Consumer<String> message, Runnable listening) {}

    private final RedisConnections connections;
    private final Map<String, Set<Entry>> entries = new HashMap<>();

    /** Since it was subscribed. */
    private final AtomicInteger failures = new AtomicInteger();

    private final Thread reader = Thread.ofVirtual().name("redis-feed").unstarted(this::listen);
    private final Thread pinger = Thread.ofVirtual().name("redis-feed-ping").unstarted(this::watch);

    private @Nullable Channels subscribed;
    private @Nullable Jedis connection;
    private volatile long lastHeard;
    private volatile boolean open = true;

    ChannelSubscriber(RedisConnections connections) {
        this.connections = connections;
    }

    synchronized void add(String channel, Entry entry) {
        if (!open) {
            return;
        }
        if (reader.getState() == Thread.State.NEW) {
            reader.start();
            pinger.start();
        }
        boolean first = !entries.containsKey(channel);
        entries.computeIfAbsent(channel, name -> new CopyOnWriteArraySet<>()).add(entry);
        if (first) {
            send(channels -> channels.subscribe(channel));
        }
    }

    synchronized void remove(String channel, Entry entry) {
        var listeners = entries.get(channel);
        if (listeners != null && listeners.remove(entry) && listeners.isEmpty()) {
            entries.remove(channel);
            send(channels -> channels.unsubscribe(channel));
        }
    }

    /** While there is no connection nothing is sent; when there is one again, it is told of all channels. */
    private void send(Consumer<JedisPubSub> command) {
        if (subscribed != null) {
            try {
                command.accept(subscribed);
            } catch (JedisException e) {
                LOG.debug("the feed's connection is broken", e);
            }
        }
    }

    private void listen() {
        while (open) {
            try (var jedis = connections.connect()) {
                attach(jedis);
                jedis.subscribe(new Channels(), ALWAYS);
            } catch (JedisException e) {
                failed(e);
            } finally {
                detach();
            }
            pause();
        }
    }

    private void failed(JedisException e) {
        boolean first = failures.getAndIncrement() == 0;
        if (open) {
            LOG.atLevel(first ? Level.WARN : Level.DEBUG)
                    .log("the live feed is down, it comes back by itself: {}", e.getMessage());
        }
    }

    private synchronized void attach(Jedis jedis) {
        connection = jedis;
        lastHeard = System.nanoTime();
    }

    private synchronized void detach() {
        connection = null;
        subscribed = null;
    }

    private synchronized void subscribeAll(Channels channels) {
        failures.set(0);
        subscribed = channels;
        if (!entries.isEmpty()) {
            send(all -> all.subscribe(entries.keySet().toArray(String[]::new)));
        }
    }

    private synchronized List<Entry> listeners(String channel) {
        return List.copyOf(entries.getOrDefault(channel, Set.of()));
    }

    private void tell(String channel, Consumer<Entry> what) {
        for (var entry : listeners(channel)) {
            try {
                what.accept(entry);
            } catch (RuntimeException e) {
                LOG.error("a listener of the feed failed", e);
            }
        }
    }

    /** A connection can be dead without anybody saying so: who does not answer to a ping is hung up on. */
    private void watch() {
        while (open) {
            sleep(PING_INTERVAL);
            ping();
        }
    }

    private synchronized void ping() {
        if (connection != null && System.nanoTime() - lastHeard > LONGEST_SILENCE.toNanos()) {
            connection.disconnect();
        } else {
            send(JedisPubSub::ping);
        }
    }

    private void pause() {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(failures.get(), 10));
        sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1)));
    }

    private void sleep(Duration duration) {
        if (open) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            open = false;
            entries.clear();
            if (connection != null) {
                connection.disconnect();
            }
        }
        reader.interrupt();
        pinger.interrupt();
    }

    /** What Redis says. */
    private final class Channels extends JedisPubSub {

        @Override
        public void onMessage(String channel, String message) {
            heard();
            tell(channel, entry -> entry.message().accept(message));
        }

        @Override
        public void onSubscribe(String channel, int count) {
            heard();
            if (channel.equals(ALWAYS)) {
                subscribeAll(this);
            } else {
                tell(channel, entry -> entry.listening().run());
            }
        }

        @Override
        public void onPong(String pattern) {
            heard();
        }

        private void heard() {
            lastHeard = System.nanoTime();
        }
    }
}
