package dev.atelier.adapter.redis;

import dev.atelier.local.LocalRedis;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.testkit.HealthProbeContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisProbeTest extends HealthProbeContract {

    private final RedisAdapter there =
            RedisAdapter.open(new RedisSettings(URI.create(LocalRedis.shared().url())));
    private final RedisAdapter away = RedisAdapter.open(new RedisSettings(URI.create("redis://localhost:1")));

    @AfterAll
    void close() {
        there.close();
        away.close();
    }

    @Override
    protected HealthProbe working() {
        return there.healthProbe();
    }

    @Override
    protected HealthProbe broken() {
        return away.healthProbe();
    }
}
