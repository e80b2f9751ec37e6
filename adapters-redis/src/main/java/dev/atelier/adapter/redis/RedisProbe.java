package dev.atelier.adapter.redis;

import dev.atelier.port.out.health.HealthProbe;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

final class RedisProbe implements HealthProbe {

    private final RedisClient redis;

    RedisProbe(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public void probe() {
        try {
            redis.ping();
        } catch (JedisException e) {
            throw RedisFailures.translate(e);
        }
    }
}
