package dev.atelier.adapter.redis;

import java.net.URI;
import java.util.Set;

/**
 * How to reach Redis.
 *
 * @param url {@code redis://user:password@host:port/database}, or {@code rediss://} for TLS
 */
public record RedisSettings(URI url) {

    private static final int DEFAULT_PORT = 6379;

    /** @throws IllegalArgumentException when {@code url} is not such an address; the message does not hold it */
    public RedisSettings {
        if (url.getScheme() == null || !Set.of("redis", "rediss").contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("expected redis://user:password@host:port or rediss://...");
        }
    }

    int port() {
        return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "%s://%s:%d%s".formatted(url.getScheme(), url.getHost(), port(), url.getPath());
    }
}
