package dev.atelier.adapter.redis;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.util.List;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Decides what a failure of Redis means. Ringing twice does no harm, so a lost answer is no case of its own. */
final class RedisFailures {

    /** What it says while it starts, fails over, is full or is busy. */
    private static final List<String> PASSING = List.of(
            "LOADING", "READONLY", "MASTERDOWN", "OOM", "BUSY", "TRYAGAIN", "CLUSTERDOWN", "MISCONF", "NOREPLICAS");

    private RedisFailures() {}

    static PortFailure translate(JedisException e) {
        var message = "redis: " + firstLine(e);
        if (e instanceof JedisAccessControlException || (e instanceof JedisDataException && !isPassing(e))) {
            return new PortFailure.Permanent(Service.QUEUE, message, e);
        }
        return PortFailure.Retryable.unavailable(Service.QUEUE, message, e);
    }

    static boolean isMissingGroup(JedisDataException e) {
        return firstLine(e).startsWith("NOGROUP");
    }

    static boolean isExistingGroup(JedisDataException e) {
        return firstLine(e).startsWith("BUSYGROUP");
    }

    private static boolean isPassing(JedisException e) {
        return PASSING.stream().anyMatch(firstLine(e)::startsWith);
    }

    private static String firstLine(JedisException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
