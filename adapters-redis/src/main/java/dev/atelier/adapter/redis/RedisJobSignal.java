package dev.atelier.adapter.redis;

import dev.atelier.domain.job.JobId;
import dev.atelier.port.out.job.JobSignal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * A stream, read by one consumer group: each entry reaches one worker. Entries are not acknowledged but removed when they
 * are read; whether the job is done is known in the database.
 */
final class RedisJobSignal implements JobSignal {

    /** A thread that waits looks up this often whether it has been interrupted. */
    static final Duration LONGEST_BLOCK = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(RedisJobSignal.class);

    /** The braces keep all keys of the bell on one node of a cluster. */
    private static final String STREAM = "atelier:{jobs}:bell";

    private static final String GROUP = "workers";
    private static final String FIELD = "job";

    /** More rings than this are forgotten, the oldest first; their jobs are found in the database. */
    private static final long MOST_RINGS = 100_000;

    private static final String CONSUMER = UUID.randomUUID().toString();

    private final RedisClient redis;

    RedisJobSignal(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public void ring(Collection<JobId> jobs) {
        try (var pipeline = redis.pipelined()) {
            var trimmed = XAddParams.xAddParams().maxLen(MOST_RINGS).approximateTrimming();
            var rings = jobs.stream()
                    .map(job -> pipeline.xadd(
                            STREAM, trimmed, Map.of(FIELD, job.value().toString())))
                    .toList();
            pipeline.sync();
            rings.forEach(ring -> LOG.trace("rung {}", ring.get())); // get throws what the server answered
        } catch (JedisException e) {
            throw RedisFailures.translate(e);
        }
    }

    @Override
    public List<JobId> await(int limit, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var jobs = List.<JobId>of();
        do {
            long left = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
            jobs = read(limit, Math.min(left, LONGEST_BLOCK.toMillis()));
        } while (jobs.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted());
        return jobs;
    }

    private List<JobId> read(int limit, long blockMillis) {
        try {
            return remove(readNew(limit, blockMillis));
        } catch (JedisException e) {
            if (Thread.currentThread().isInterrupted()) {
                return List.of(); // the interruption has closed the connection under the read
            }
            throw RedisFailures.translate(e);
        }
    }

    private List<StreamEntry> readNew(int limit, long blockMillis) {
        var params = XReadGroupParams.xReadGroupParams()
                .count(limit)
                .block((int) blockMillis)
                .noAck();
        var unread = Map.of(STREAM, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        try {
            return entries(redis.xreadGroup(GROUP, CONSUMER, params, unread));
        } catch (JedisDataException e) {
            if (!RedisFailures.isMissingGroup(e)) {
                throw e;
            }
            createGroup();
            return List.of();
        }
    }

    private static List<StreamEntry> entries(@Nullable List<Map.Entry<String, List<StreamEntry>>> streams) {
        return streams == null || streams.isEmpty()
                ? List.of()
                : streams.getFirst().getValue();
    }

    /** From the first entry on: what was rung before anybody listened counts. */
    private void createGroup() {
        try {
            redis.xgroupCreate(STREAM, GROUP, new StreamEntryID("0-0"), true);
        } catch (JedisDataException somebodyElseWasFaster) {
            LOG.debug("group of workers", somebodyElseWasFaster);
        }
    }

    private List<JobId> remove(List<StreamEntry> entries) {
        if (!entries.isEmpty()) {
            redis.xdel(STREAM, entries.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new));
        }
        return entries.stream()
                .map(RedisJobSignal::job)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<JobId> job(StreamEntry entry) {
        try {
            return Optional.ofNullable(entry.getFields().get(FIELD))
                    .map(UUID::fromString)
                    .map(JobId::new);
        } catch (IllegalArgumentException e) {
            LOG.warn("the bell was rung for something that is no job");
            return Optional.empty();
        }
    }
}
