package dev.atelier.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a local stack is started. A port of 0 means any that is free.
 *
 * @param dataDirectory where everything is kept between starts; empty: nothing is kept
 * @param supabaseHost under which name clients know the local Supabase, which tokens name as their issuer; it listens on the
 *     loopback interface all the same
 * @param supabasePort port of the local Supabase
 * @param postgresPort port of PostgreSQL
 * @param postgresRuns whether a PostgreSQL of somebody else listens on that port, which is prepared and used, and neither
 *     started nor stopped
 * @param redisPort port of Redis
 * @param storagePort port of the S3 endpoint
 * @param mailboxPort port of the page that shows the mails
 * @param siteUrls where the frontend is: links in mails lead to the first, or to another if a client asks for it
 */
public record LocalStackOptions(
        Optional<Path> dataDirectory,
        String supabaseHost,
        int supabasePort,
        int postgresPort,
        boolean postgresRuns,
        int redisPort,
        int storagePort,
        int mailboxPort,
        List<URI> siteUrls) {

    public static final String DEFAULT_SUPABASE_HOST = "localhost";
    public static final int DEFAULT_SUPABASE_PORT = 54_321;
    public static final int DEFAULT_POSTGRES_PORT = 54_322;
    public static final int DEFAULT_REDIS_PORT = 56_379;
    public static final int DEFAULT_STORAGE_PORT = 59_000;
    public static final int DEFAULT_MAILBOX_PORT = 54_324;
    public static final URI DEFAULT_SITE_URL = URI.create("http://localhost:3000");

    public LocalStackOptions {
        Port.requireValid(supabasePort);
        Port.requireValid(postgresPort);
        Port.requireValid(redisPort);
        Port.requireValid(storagePort);
        Port.requireValid(mailboxPort);
        siteUrls = List.copyOf(siteUrls);
    }

    /** A stack that keeps its data, on the default ports. */
    public static LocalStackOptions keptIn(Path dataDirectory) {
        return new LocalStackOptions(
                Optional.of(dataDirectory),
                DEFAULT_SUPABASE_HOST,
                DEFAULT_SUPABASE_PORT,
                DEFAULT_POSTGRES_PORT,
                false,
                DEFAULT_REDIS_PORT,
                DEFAULT_STORAGE_PORT,
                DEFAULT_MAILBOX_PORT,
                List.of(DEFAULT_SITE_URL));
    }

    /** A stack that forgets everything, on any free ports. */
    public static LocalStackOptions temporary() {
        return new LocalStackOptions(
                Optional.empty(), DEFAULT_SUPABASE_HOST, 0, 0, false, 0, 0, 0, List.of(DEFAULT_SITE_URL));
    }

    /** The place of one of the servers in the data directory. */
    Optional<Path> data(String name) {
        return dataDirectory.map(directory -> directory.resolve(name));
    }
}
