package dev.atelier.bench.jobs;

import java.net.URI;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;

/** What Redis gives by itself: an entry for each job, put on a stream and read by a group. */
final class RedisFloor {

    private static final String STREAM = "bare";
    private static final String GROUP = "group";

    private final String url;

    RedisFloor(String url) {
        this.url = url;
    }

    /** Seconds for so many jobs, eight at once. */
    double oneByOne(int jobs) {
        try (var redis = RedisClient.create(URI.create(url))) {
            redis.del(STREAM);
            redis.xgroupCreate(STREAM, GROUP, new StreamEntryID("0-0"), true);
            long start = System.nanoTime();
            Threads.all(thread -> {
                for (int i = 0; i < jobs / Threads.COUNT; i++) {
                    redis.xadd(
                            STREAM,
                            XAddParams.xAddParams().maxLen(1_000).approximateTrimming(),
                            Map.of("job", Integer.toString(i)));
                    redis.xreadGroup(
                            GROUP,
                            "consumer",
                            XReadGroupParams.xReadGroupParams().count(1).noAck(),
                            Map.of(STREAM, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
                }
            });
            double seconds = PostgresFloor.seconds(start);
            redis.del(STREAM);
            return seconds;
        }
    }
}
