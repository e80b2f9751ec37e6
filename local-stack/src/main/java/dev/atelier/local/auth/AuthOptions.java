package dev.atelier.local.auth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a local Supabase Auth is started.
 *
 * @param supabaseUrl the address of the project as its clients know it, such as {@code http://localhost:54321}; the server
 *     listens on its port, and the issuer of tokens follows from it
 * @param keyFile where the key that signs tokens is kept between starts; empty: each start makes a new one, and tokens of
 *     earlier ones are worth nothing
 * @param accessTokenLifetime how long an access token is valid
 * @param clock tells the time for tokens and their expiry
 */
public record AuthOptions(URI supabaseUrl, Optional<Path> keyFile, Duration accessTokenLifetime, InstantSource clock) {

    public AuthOptions {
        if (supabaseUrl.getPort() <= 0 || !supabaseUrl.getPath().isEmpty()) {
            throw new IllegalArgumentException("Not an address of the form http://host:port but " + supabaseUrl);
        }
        if (!accessTokenLifetime.isPositive()) {
            throw new IllegalArgumentException("A token must live for some time, not " + accessTokenLifetime);
        }
    }

    /** As hosted projects have it: tokens live for an hour. */
    public static AuthOptions at(URI supabaseUrl, Optional<Path> keyFile) {
        return new AuthOptions(supabaseUrl, keyFile, Duration.ofHours(1), InstantSource.system());
    }
}
