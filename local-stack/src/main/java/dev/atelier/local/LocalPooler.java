package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PgBouncer in transaction mode before a {@link LocalPostgres}: each transaction of a client may get another
 * connection to the server, as at Supabase's port 6543. {@code local-stack/bin/install-pgbouncer} gets it.
 */
public final class LocalPooler implements AutoCloseable {

    private static final String NAME = "PgBouncer";

    /** Few, so that clients often find the connection of another one. */
    private static final int SERVER_CONNECTIONS = 5;

    private final int port;
    private final FileTree directory;
    private final ServerProcess process;

    private LocalPooler(int port, FileTree directory, ServerProcess process) {
        this.port = port;
        this.directory = directory;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param port port on the loopback interface, 0 for any that is free
     * @throws LocalServerException if it is not installed, or does not start
     */
    public static LocalPooler start(LocalPostgres postgres, int port) {
        var installed = CacheDirectory.path().resolve("pgbouncer");
        if (!Files.isExecutable(installed.resolve("run"))) {
            throw new LocalServerException(NAME + " is not there; local-stack/bin/install-pgbouncer gets it");
        }
        int free = new Port(port).claim(NAME).number();
        try {
            var directory = Files.createTempDirectory("atelier-pgbouncer-");
            var settings = directory.resolve("pgbouncer.ini");
            Files.writeString(directory.resolve("users.txt"), users());
            Files.writeString(settings, settings(postgres.port(), free, directory));
            var command = List.of(installed.resolve("run").toString(), settings.toString());
            // TERM is the immediate shutdown: clients are not waited for.
            var process = ServerProcess.start(NAME, PostgresProgram.command(command), "process up", "TERM");
            return new LocalPooler(free, new FileTree(directory), process);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + NAME + " could not be written", e);
        }
    }

    private static String users() {
        var lines = new ArrayList<String>();
        for (var user : List.of("postgres", "authenticator", "supabase_auth_admin")) {
            lines.add("\"%s\" \"%s\"".formatted(user, LocalDatabase.PASSWORD));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String settings(int serverPort, int port, Path directory) {
        return """
                [databases]
                * = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                max_client_conn = 1000
                ignore_startup_parameters = extra_float_digits
                server_login_retry = 1
                """.formatted(serverPort, port, directory.resolve("users.txt"), SERVER_CONNECTIONS);
    }

    /** The port on {@code localhost}. */
    public int port() {
        return port;
    }

    /** The address of a database of the server by way of the pooler, which says that it is one. */
    public String url(LocalDatabase database) {
        return new LocalDatabase(port, database.name(), database.user()).url() + "?pgbouncer=true";
    }

    /** Stops it; clients lose their connections. */
    @Override
    public void close() {
        process.close();
        directory.delete();
    }
}
