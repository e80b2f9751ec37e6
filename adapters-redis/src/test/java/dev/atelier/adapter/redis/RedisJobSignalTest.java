package dev.atelier.adapter.redis;

import dev.atelier.local.LocalRedis;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.testkit.JobSignalContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.RedisClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisJobSignalTest extends JobSignalContract {

    private final URI url = URI.create(LocalRedis.shared().url());
    private final RedisAdapter adapter = RedisAdapter.open(new RedisSettings(url));
    private final RedisClient redis = RedisClient.create(url);

    @Override
    protected JobSignal signal() {
        redis.flushAll();
        return adapter.jobSignal();
    }

    @AfterAll
    void close() {
        adapter.close();
        redis.close();
    }
}
