package dev.atelier.local.auth;

import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A local Supabase Auth on a free port, with a database of its own. */
record AuthServer(LocalDatabase database, LocalSupabaseAuth auth) implements AutoCloseable {

    static AuthServer start() throws IOException {
        return start(InstantSource.system(), Optional.empty());
    }

    static AuthServer start(InstantSource clock, Optional<Path> keyFile) throws IOException {
        return start(LocalPostgres.shared().newDatabase(), clock, keyFile);
    }

    static AuthServer start(LocalDatabase database, InstantSource clock, Optional<Path> keyFile) throws IOException {
        AuthOptions options =
                new AuthOptions(URI.create("http://localhost:" + freePort()), keyFile, Duration.ofHours(1), clock);
        return new AuthServer(
                database,
                LocalSupabaseAuth.start(
                        options, database.as("supabase_auth_admin").dataSource()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI supabaseUrl() {
        return auth.supabaseUrl();
    }

    @Override
    public void close() {
        auth.close();
    }
}
