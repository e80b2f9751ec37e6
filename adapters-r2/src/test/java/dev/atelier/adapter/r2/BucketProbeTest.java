package dev.atelier.adapter.r2;

import dev.atelier.local.LocalBucket;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.testkit.HealthProbeContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketProbeTest extends HealthProbeContract {

    private final LocalBucket bucket = LocalStorage.shared().newBucket();
    private final R2Adapter there = R2Adapter.open(Buckets.settings(bucket));
    private final R2Adapter elsewhere = R2Adapter.open(R2Settings.of(
            bucket.endpoint(), bucket.accessKey(), bucket.secretKey(), "no-such-bucket", bucket.publicUrl()));

    @AfterAll
    void close() {
        there.close();
        elsewhere.close();
    }

    @Override
    protected HealthProbe working() {
        return there.healthProbe();
    }

    @Override
    protected HealthProbe broken() {
        return elsewhere.healthProbe();
    }
}
