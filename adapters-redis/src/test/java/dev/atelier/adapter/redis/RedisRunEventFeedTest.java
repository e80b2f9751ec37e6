package dev.atelier.adapter.redis;

import dev.atelier.local.LocalRedis;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.testkit.RunEventFeedContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Between two processes, as it were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisRunEventFeedTest extends RunEventFeedContract {

    private final RedisSettings settings =
            new RedisSettings(URI.create(LocalRedis.shared().url()));
    private final RedisAdapter worker = RedisAdapter.open(settings);
    private final RedisAdapter backend = RedisAdapter.open(settings);
    private final RunEventFeed publisher = worker.runEventFeed();
    private final RunEventFeed watcher = backend.runEventFeed();

    @Override
    protected RunEventFeed publisher() {
        return publisher;
    }

    @Override
    protected RunEventFeed watcher() {
        return watcher;
    }

    @AfterAll
    void close() {
        worker.close();
        backend.close();
    }
}
