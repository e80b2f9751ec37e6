package dev.atelier.adapter.redis;

import dev.atelier.domain.run.RunId;
import dev.atelier.port.out.run.RunEventFeed;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A channel a run; all subscriptions of this process share one connection. */
final class RedisRunEventFeed implements RunEventFeed {

    private final RedisClient redis;
    private final ChannelSubscriber subscriber;
    private final Silence silence;

    RedisRunEventFeed(RedisClient redis, ChannelSubscriber subscriber, Silence silence) {
        this.redis = redis;
        this.subscriber = subscriber;
        this.silence = silence;
    }

    @Override
    public void publish(RunId run, Notice notice) {
        try {
            silence.unlessItLasts(() -> redis.publish(channel(run), NoticeText.write(notice)));
        } catch (JedisException e) {
            throw RedisFailures.translate(e);
        }
    }

    @Override
    public Subscription subscribe(RunId run, Listener listener) {
        var channel = channel(run);
        var entry = new ChannelSubscriber.Entry(
                message -> listener.accept(NoticeText.read(message)), () -> listener.accept(new MoreEvents()));
        subscriber.add(channel, entry);
        return () -> subscriber.remove(channel, entry);
    }

    private static String channel(RunId run) {
        return "atelier:run:" + run.value();
    }
}
