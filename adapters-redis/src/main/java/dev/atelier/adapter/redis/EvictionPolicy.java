package dev.atelier.adapter.redis;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** What Redis does when it is full. It must refuse to write: what it throws away instead is the bells. */
final class EvictionPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(EvictionPolicy.class);
    private static final String SETTING = "maxmemory_policy";
    private static final String RIGHT = "noeviction";

    private EvictionPolicy() {}

    /** {@code INFO} tells it also where {@code CONFIG} is forbidden, as it is with most who offer Redis as a service. */
    static Optional<String> advice(RedisClient redis) {
        try {
            return redis.info("memory")
                    .lines()
                    .filter(line -> line.startsWith(SETTING + ":"))
                    .map(line -> line.substring(SETTING.length() + 1).strip())
                    .filter(policy -> !policy.equals(RIGHT))
                    .map(policy -> "redis throws keys away when it is full (maxmemory-policy is %s); set it to %s"
                            .formatted(policy, RIGHT))
                    .findFirst();
        } catch (JedisConnectionException e) {
            throw RedisFailures.translate(e);
        } catch (JedisDataException forbidden) {
            LOG.debug("redis does not tell its settings", forbidden);
            return Optional.empty();
        } catch (JedisException e) {
            throw RedisFailures.translate(e);
        }
    }
}
