package dev.atelier.adapter.redis;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.Finding;
import java.util.List;
import java.util.UUID;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Writes a key that goes by itself, and looks at what the server does when it is full. */
record RedisExamination(RedisClient redis) {

    private static final int EXPIRY_SECONDS = 10;

    List<Finding> findings() {
        try {
            redis.set(
                    "atelier:doctor:" + UUID.randomUUID(),
                    "",
                    SetParams.setParams().ex(EXPIRY_SECONDS));
        } catch (JedisDataException e) {
            return List.of(unwritable(RedisFailures.translate(e)));
        } catch (JedisException e) {
            throw RedisFailures.translate(e);
        }
        return EvictionPolicy.advice(redis)
                .map(advice -> Finding.warning(advice, "Start Redis with --maxmemory-policy noeviction"))
                .map(List::of)
                .orElseGet(() -> List.of(Finding.ok("answers, takes keys, and throws none away")));
    }

    private static Finding unwritable(PortFailure failure) {
        var said = String.valueOf(failure.getMessage());
        return Finding.fault(said, remedy(said));
    }

    private static String remedy(String said) {
        if (said.contains("READONLY")) {
            return "REDIS_URL leads to a replica: name the primary in it, or make this server one (REPLICAOF NO ONE)";
        }
        if (said.contains("OOM")) {
            return "Redis is full: give it more maxmemory, and let nothing else use it";
        }
        return "Check user and password in REDIS_URL, percent-encoded, and that the user may write keys";
    }
}
