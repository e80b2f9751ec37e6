package dev.atelier.adapter.redis;

import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/** How connections are made. A Redis that is away costs its caller two seconds, no more; and see {@link Silence}. */
final class RedisConnections {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ZERO;
    private static final int POOL_SIZE = 16;

    private final HostAndPort address;
    private final JedisClientConfig config;
    private final JedisClientConfig listening;

    RedisConnections(RedisSettings settings) {
        this.address = new HostAndPort(settings.url().getHost(), settings.port());
        this.config = config(settings, TIMEOUT.plus(RedisJobSignal.LONGEST_BLOCK));
        this.listening = config(settings, FOR_EVER);
    }

    /** @param longestWait how long a call that waits for something to happen waits for it */
    private static JedisClientConfig config(RedisSettings settings, Duration longestWait) {
        var builder = DefaultJedisClientConfig.builder();
        if (JedisURIHelper.isRedisSSLScheme(settings.url())) {
            builder.sslOptions(SslOptions.defaults());
        }
        return builder.user(JedisURIHelper.getUser(settings.url()))
                .password(JedisURIHelper.getPassword(settings.url()))
                .database(JedisURIHelper.getDBIndex(settings.url()))
                .clientName("atelier")
                .autoNegotiateProtocol(false)
                .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                .socketTimeoutMillis((int) TIMEOUT.toMillis())
                .blockingSocketTimeoutMillis((int) longestWait.toMillis())
                .build();
    }

    /** A pool. No connection is made before one is needed. */
    RedisClient pool() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(POOL_SIZE);
        pool.setMaxIdle(POOL_SIZE);
        pool.setMaxWait(TIMEOUT);
        return RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }

    /** A connection for one thread, connected. Listening to channels it waits for ever: whoever does has to look after it. */
    Jedis connect() {
        return new Jedis(address, listening);
    }
}
