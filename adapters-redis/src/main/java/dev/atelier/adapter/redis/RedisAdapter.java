package dev.atelier.adapter.redis;

import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.run.RunEventFeed;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.RedisClient;

/** The bell and the live feed. Safe for use by many threads. */
public final class RedisAdapter implements AutoCloseable {

    private final RedisClient redis;
    private final ChannelSubscriber subscriber;
    private final Silence silence;

    private RedisAdapter(RedisClient redis, ChannelSubscriber subscriber) {
        this.redis = redis;
        this.subscriber = subscriber;
        this.silence = new Silence(this::ask);
    }

    /** Opens the adapter. It does not wait for Redis, which may be away for now. */
    public static RedisAdapter open(RedisSettings settings) {
        var connections = new RedisConnections(settings);
        return new RedisAdapter(connections.pool(), new ChannelSubscriber(connections));
    }

    public JobSignal jobSignal() {
        return new RedisJobSignal(redis, silence);
    }

    public RunEventFeed runEventFeed() {
        return new RedisRunEventFeed(redis, subscriber, silence);
    }

    /**
     * What is wrong with the server's settings, a sentence that says how to put it right; empty when nothing is, and when the
     * server does not let itself be asked.
     *
     * @throws dev.atelier.port.PortFailure when Redis cannot be reached
     */
    public Optional<String> adviceOnServer() {
        return EvictionPolicy.advice(redis);
    }

    /**
     * Looks closely at the server: whether it takes keys, and keeps them.
     *
     * @return at least one finding
     * @throws dev.atelier.port.PortFailure when Redis cannot be reached, or lets nobody in
     */
    public List<Finding> examine() {
        return new RedisExamination(redis).findings();
    }

    /** Looks whether Redis answers; its name is {@code queue}. */
    public HealthProbe healthProbe() {
        return new RedisProbe(redis);
    }

    /** On a new connection: those from before may never answer, although the server does. */
    private void ask() {
        redis.getPool().clear();
        redis.ping();
    }

    @Override
    public void close() {
        silence.close();
        subscriber.close();
        redis.close();
    }
}
