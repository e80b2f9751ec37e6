package dev.atelier.local.auth;

import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.Port;
import dev.atelier.local.mail.Mailbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A local Supabase Auth on a free port, with a database of its own. */
record AuthServer(LocalDatabase database, LocalSupabaseAuth auth, Mailbox mailbox) implements AutoCloseable {

    static final URI SITE = URI.create("http://localhost:3000");

    static AuthServer start() {
        return start(InstantSource.system(), Optional.empty());
    }

    static AuthServer start(InstantSource clock, Optional<Path> keyFile) {
        return start(LocalPostgres.shared().newDatabase(), clock, keyFile);
    }

    static AuthServer start(LocalDatabase database, InstantSource clock, Optional<Path> keyFile) {
        return start(database, new AuthOptions(url(), keyFile, Duration.ofHours(1), List.of(SITE), clock));
    }

    /** One whose access tokens live no longer than this. */
    static AuthServer start(Duration accessTokenLifetime) {
        return start(
                LocalPostgres.shared().newDatabase(),
                new AuthOptions(url(), Optional.empty(), accessTokenLifetime, List.of(SITE), InstantSource.system()));
    }

    private static AuthServer start(LocalDatabase database, AuthOptions options) {
        Mailbox mailbox = new Mailbox();
        return new AuthServer(
                database,
                LocalSupabaseAuth.start(
                        options, database.as("supabase_auth_admin").dataSource(), mailbox),
                mailbox);
    }

    private static URI url() {
        return URI.create("http://localhost:" + Port.free());
    }

    URI supabaseUrl() {
        return auth.supabaseUrl();
    }

    @Override
    public void close() {
        auth.close();
    }
}
