package dev.atelier.local.auth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a local Supabase Auth is started.
 *
 * @param supabaseUrl the address of the project as its clients know it, such as {@code http://localhost:54321}; the server
 *     listens on its port, and the issuer of tokens follows from it
 * @param keyFile where the key that signs tokens is kept between starts; empty: each start makes a new one, and tokens of
 *     earlier ones are worth nothing
 * @param accessTokenLifetime how long an access token is valid
 * @param siteUrls where the frontend is: links in mails lead to the first, unless a client asks for an address at one of them;
 *     {@code localhost} stands for {@code 127.0.0.1} too, and the other way round
 * @param clock tells the time for tokens and their expiry
 */
public record AuthOptions(
        URI supabaseUrl,
        Optional<Path> keyFile,
        Duration accessTokenLifetime,
        List<URI> siteUrls,
        InstantSource clock) {

    public AuthOptions {
        if (supabaseUrl.getPort() <= 0 || !supabaseUrl.getPath().isEmpty()) {
            throw new IllegalArgumentException("Not an address of the form http://host:port but " + supabaseUrl);
        }
        if (!accessTokenLifetime.isPositive()) {
            throw new IllegalArgumentException("A token must live for some time, not " + accessTokenLifetime);
        }
        siteUrls = List.copyOf(siteUrls);
        if (siteUrls.isEmpty()) {
            throw new IllegalArgumentException("Links in mails have to lead somewhere");
        }
        for (URI siteUrl : siteUrls) {
            if (!Redirects.isSite(siteUrl)) {
                throw new IllegalArgumentException("Not an address of the form http://host:port but " + siteUrl);
            }
        }
    }

    /** As hosted projects have it: tokens live for an hour. */
    public static AuthOptions at(URI supabaseUrl, Optional<Path> keyFile, List<URI> siteUrls) {
        return new AuthOptions(supabaseUrl, keyFile, Duration.ofHours(1), siteUrls, InstantSource.system());
    }
}
