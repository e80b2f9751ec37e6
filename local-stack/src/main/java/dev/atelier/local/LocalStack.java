package dev.atelier.local;

import dev.atelier.local.auth.AuthOptions;
import dev.atelier.local.auth.LocalSupabaseAuth;
import dev.atelier.local.mail.Mailbox;
import dev.atelier.local.mail.MailboxServer;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Everything that the product needs outside of itself, on this machine: PostgreSQL, Redis, an S3 endpoint and Supabase
 * Auth with the mailbox that its mails end in.
 */
public final class LocalStack implements AutoCloseable {

    private static final String POSTGRES = "PostgreSQL";
    private static final String REDIS = "Redis";
    private static final String STORAGE = "S3";
    private static final String AUTH = "Supabase Auth";
    private static final String MAILBOX = "the mailbox";

    private final LocalPostgres postgres;
    private final LocalRedis redis;
    private final LocalStorage storage;
    private final LocalSupabaseAuth auth;
    private final MailboxServer mailbox;

    private LocalStack(
            LocalPostgres postgres,
            LocalRedis redis,
            LocalStorage storage,
            LocalSupabaseAuth auth,
            MailboxServer mailbox) {
        this.postgres = postgres;
        this.redis = redis;
        this.storage = storage;
        this.auth = auth;
        this.mailbox = mailbox;
    }

    /**
     * Starts everything, or nothing.
     *
     * @throws PortTakenException if a port is in use
     * @throws LocalServerException if a server does not start, with the reason
     */
    public static LocalStack start(LocalStackOptions options) {
        return start(options, line -> {});
    }

    /** Starts everything, and says in a line for each server when it is ready. */
    static LocalStack start(LocalStackOptions options, Consumer<String> progress) {
        // All of them before the first server is started: nothing is more often wrong.
        if (!options.postgresRuns()) {
            new Port(options.postgresPort()).claim(POSTGRES);
        }
        new Port(options.redisPort()).claim(REDIS);
        new Port(options.storagePort()).claim(STORAGE);
        Port authPort = new Port(options.supabasePort()).claim(AUTH);
        Port mailboxPort = new Port(options.mailboxPort()).claim(MAILBOX);
        AuthOptions authOptions = forAuth(options, authPort);
        Mailbox mails = new Mailbox();
        try (Startup startup = new Startup(progress)) {
            Future<LocalPostgres> postgres = startup.begin(POSTGRES, () -> postgres(options));
            Future<LocalRedis> redis = startup.begin(REDIS, () -> LocalRedis.start(forRedis(options)));
            Future<LocalStorage> storage = startup.begin(STORAGE, () -> LocalStorage.start(forStorage(options)));
            Future<MailboxServer> mailbox =
                    startup.begin(MAILBOX, () -> MailboxServer.start(mails, mailboxPort.number()));
            LocalDatabase database = startup.await(postgres).database();
            Future<LocalSupabaseAuth> auth = startup.begin(
                    AUTH,
                    () -> LocalSupabaseAuth.start(
                            authOptions, database.as("supabase_auth_admin").dataSource(), mails));
            LocalStack stack = new LocalStack(
                    startup.await(postgres),
                    startup.await(redis),
                    startup.await(storage),
                    startup.await(auth),
                    startup.await(mailbox));
            startup.succeed();
            return stack;
        }
    }

    private static LocalPostgres postgres(LocalStackOptions options) {
        return options.postgresRuns()
                ? LocalPostgres.running(options.postgresPort())
                : LocalPostgres.start(forPostgres(options));
    }

    private static PostgresOptions forPostgres(LocalStackOptions options) {
        PostgresOptions standard = PostgresOptions.temporary();
        return new PostgresOptions(
                options.postgresPort(), options.data("postgres"), standard.timeZone(), standard.collation());
    }

    private static RedisOptions forRedis(LocalStackOptions options) {
        return new RedisOptions(options.redisPort(), options.data("redis"));
    }

    private static StorageOptions forStorage(LocalStackOptions options) {
        return new StorageOptions(options.storagePort(), options.data("s3"), StorageOptions.DEFAULT_BUCKET);
    }

    private static AuthOptions forAuth(LocalStackOptions options, Port port) {
        return AuthOptions.at(
                URI.create("http://%s:%d".formatted(options.supabaseHost(), port.number())),
                options.data("auth").map(directory -> directory.resolve("signing-key.json")),
                options.siteUrls());
    }

    /** The database server; its database {@code postgres} is the product's. */
    public LocalPostgres postgres() {
        return postgres;
    }

    /** The Redis server. */
    public LocalRedis redis() {
        return redis;
    }

    /** The S3 endpoint; its bucket is the product's. */
    public LocalStorage storage() {
        return storage;
    }

    /** The Supabase Auth server. */
    public LocalSupabaseAuth auth() {
        return auth;
    }

    /** The page that shows the mails. */
    public MailboxServer mailbox() {
        return mailbox;
    }

    /** The environment variables by which backend, worker and frontend find all of this, in a fixed order. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DATABASE_URL", postgres.database().url());
        environment.put("REDIS_URL", redis.url());
        LocalBucket bucket = storage.bucket();
        environment.put("R2_ENDPOINT", bucket.endpoint().toString());
        environment.put("R2_ACCESS_KEY", bucket.accessKey());
        environment.put("R2_SECRET_KEY", bucket.secretKey());
        environment.put("R2_BUCKET", bucket.name());
        environment.put("R2_PUBLIC_URL", bucket.publicUrl().toString());
        environment.put("SUPABASE_URL", auth.supabaseUrl().toString());
        environment.put("SUPABASE_ANON_KEY", LocalSupabaseAuth.PUBLISHABLE_KEY);
        environment.put("MAILBOX_URL", mailbox.url().toString());
        environment.put("BREVO_BASE_URL", mailbox.url().toString());
        environment.put("BREVO_API_KEY", MailboxServer.brevoKey());
        environment.put("FROM_EMAIL", "atelier@example.com");
        return Collections.unmodifiableMap(environment);
    }

    /** Stops everything, what uses another server before that one, and each although another may not stop. */
    @Override
    public void close() {
        try (storage;
                redis;
                postgres;
                mailbox) {
            auth.close();
        }
    }
}
