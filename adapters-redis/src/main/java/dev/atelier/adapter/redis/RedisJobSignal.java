package dev.atelier.adapter.redis;

import dev.atelier.domain.job.Queue;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * A stream for each bell, read by one consumer group: each entry reaches one worker. Entries are not acknowledged, and say
 * nothing: what there is to do is known in the database. All workers are one consumer: none is left behind by those that are
 * gone.
 */
final class RedisJobSignal implements JobSignal {

    /** A thread that waits looks up this often whether it has been interrupted. */
    static final Duration LONGEST_BLOCK = Duration.ofMillis(500);

    private static final String GROUP = "workers";
    private static final String CONSUMER = "worker";
    private static final Map<String, String> ENTRY = Map.of("ring", "");

    /** More rings than this are forgotten, the oldest first: whoever hears some of them will find what the others meant. */
    static final long MOST_RINGS = 1_000;

    private final RedisClient redis;
    private final Silence silence;
    private final Map<Queue, Bell> bells = new EnumMap<>(Queue.class);

    RedisJobSignal(RedisClient redis, Silence silence) {
        this.redis = redis;
        this.silence = silence;
        for (var queue : Queue.values()) {
            bells.put(queue, new Bell(queue.toString(), () -> add(queue)));
        }
    }

    /** The braces keep all bells on one node of a cluster, where one command must find them. */
    static String stream(Queue queue) {
        return "atelier:{jobs}:bell:" + queue;
    }

    @Override
    public void ring(Queue queue) {
        Objects.requireNonNull(bells.get(queue)).ring();
    }

    private void add(Queue queue) {
        var trimmed = XAddParams.xAddParams().maxLen(MOST_RINGS).approximateTrimming();
        silence.unlessItLasts(() -> redis.xadd(stream(queue), trimmed, ENTRY));
    }

    @Override
    public boolean await(Set<Queue> queues, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean rung;
        do {
            long left = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
            rung = read(queues, Math.min(left, LONGEST_BLOCK.toMillis()));
        } while (!rung && System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        return rung;
    }

    private boolean read(Set<Queue> queues, long blockMillis) {
        try {
            return silence.unlessItLasts(() -> hasEntries(readNew(queues, blockMillis)));
        } catch (JedisException e) {
            if (Thread.currentThread().isInterrupted()) {
                return false; // the interruption has closed the connection under the read
            }
            throw RedisFailures.translate(e);
        }
    }

    private @Nullable List<Map.Entry<String, List<StreamEntry>>> readNew(Set<Queue> queues, long blockMillis) {
        var params = XReadGroupParams.xReadGroupParams()
                .count((int) MOST_RINGS)
                .block((int) blockMillis)
                .noAck();
        var unread = queues.stream()
                .collect(Collectors.toMap(RedisJobSignal::stream, queue -> StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        try {
            return redis.xreadGroup(GROUP, CONSUMER, params, unread);
        } catch (JedisDataException e) {
            if (!RedisFailures.isMissingGroup(e)) {
                throw e;
            }
            queues.forEach(this::createGroup);
            return List.of();
        }
    }

    private static boolean hasEntries(@Nullable List<Map.Entry<String, List<StreamEntry>>> streams) {
        return streams != null
                && streams.stream().anyMatch(stream -> !stream.getValue().isEmpty());
    }

    /** From the first entry on: what was rung before anybody listened counts. */
    private void createGroup(Queue queue) {
        try {
            redis.xgroupCreate(stream(queue), GROUP, new StreamEntryID("0-0"), true);
        } catch (JedisDataException e) {
            if (!RedisFailures.isExistingGroup(e)) {
                throw e;
            }
        }
    }
}
