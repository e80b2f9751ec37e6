package dev.atelier.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server on the loopback interface, prepared as a database at Supabase is before the first migration: its
 * roles, the schema {@code auth} with the tables of Supabase Auth, and its default privileges. The role {@code postgres}
 * owns the databases and is no superuser, as there.
 *
 * <p>The server is a child process: it ends with {@link #close()} or with this JVM, however that ends.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String NAME = "PostgreSQL";
    private static final String OWNER = "postgres";
    private static final String TEMPLATE = "supabase_template";

    /** What a new server says while some process of one that was killed is still there. */
    private static final String REMAINS = "pre-existing shared memory block";

    private static final Duration PATIENCE_WITH_REMAINS = Duration.ofSeconds(20);

    private final int port;
    private final boolean hasVector;
    private final Optional<PostgresCluster> cluster;
    private final Optional<ServerProcess> process;
    private final AtomicInteger databases = new AtomicInteger();
    private boolean templateIsReady;

    private LocalPostgres(
            int port, boolean hasVector, Optional<PostgresCluster> cluster, Optional<ServerProcess> process) {
        this.port = port;
        this.hasVector = hasVector;
        this.cluster = cluster;
        this.process = process;
    }

    /**
     * Starts a server and prepares its database {@code postgres}.
     *
     * @throws PortTakenException if the port is in use
     * @throws LocalServerException if the data directory is in use, or with the server's last words if it does not start
     */
    public static LocalPostgres start(PostgresOptions options) {
        int port = new Port(options.port()).claim(NAME).number();
        PostgresBundle bundle = PostgresBundle.unpackedIn(CacheDirectory.path());
        boolean hasVector = Pgvector.in(CacheDirectory.path()).addTo(bundle);
        PostgresCluster cluster = PostgresCluster.in(options.dataDirectory(), bundle);
        try {
            cluster.initialise(options.collation());
            cluster.clearRemains();
            List<String> command = PostgresProgram.command(serverCommand(bundle, cluster, port, options));
            return prepared(new LocalPostgres(port, hasVector, Optional.of(cluster), Optional.of(started(command))));
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Prepares the database {@code postgres} of a server that somebody else runs on {@code localhost}, with a superuser
     * {@code supabase_admin} whose password is {@link LocalDatabase#PASSWORD}. Nothing of ours stops that server.
     *
     * @throws LocalServerException if it cannot be reached or refuses
     */
    static LocalPostgres running(int port) {
        boolean hasVector =
                Superuser.of(port, "postgres").finds("select from pg_available_extensions where name = 'vector'");
        return prepared(new LocalPostgres(port, hasVector, Optional.empty(), Optional.empty()));
    }

    /** The processes of a server that was killed notice it in their own time, and keep another from starting until then. */
    private static ServerProcess started(List<String> command) {
        long end = System.nanoTime() + PATIENCE_WITH_REMAINS.toNanos();
        while (true) {
            try {
                // INT is PostgreSQL's fast shutdown, which does not wait for clients to leave.
                return ServerProcess.start(NAME, command, "database system is ready to accept connections", "INT");
            } catch (LocalServerException e) {
                if (!String.valueOf(e.getMessage()).contains(REMAINS) || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /**
     * The one server of this JVM for tests, started when it is first asked for with {@link PostgresOptions#hostile()}; it
     * ends with the JVM. Each test takes a database of its own from it.
     */
    public static LocalPostgres shared() {
        return Shared.SERVER;
    }

    private static List<String> serverCommand(
            PostgresBundle bundle, PostgresCluster cluster, int port, PostgresOptions options) {
        List<String> command = new ArrayList<>(List.of(
                bundle.program("postgres"),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=" + options.timeZone()));
        if (cluster.isTemporary()) {
            command.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        return command;
    }

    private static LocalPostgres prepared(LocalPostgres postgres) {
        try {
            Superuser superuser = Superuser.of(postgres.port, "postgres");
            superuser.executeScript("supabase-roles.sql");
            superuser.executeScript("supabase-database.sql");
            superuser.execute("alter database postgres owner to " + OWNER);
            return postgres;
        } catch (RuntimeException e) {
            postgres.process.ifPresent(ServerProcess::close);
            throw e;
        }
    }

    /** The port on {@code localhost}. */
    public int port() {
        return port;
    }

    /** Whether the extension {@code vector} can be created; {@code local-stack/bin/install-pgvector} makes it so. */
    public boolean hasVector() {
        return hasVector;
    }

    /** The database {@code postgres}, which is prepared; its user is the role {@code postgres}. */
    public LocalDatabase database() {
        return new LocalDatabase(port, "postgres", OWNER);
    }

    /** A new database, prepared like {@link #database()} and otherwise empty; its user is the role {@code postgres}. */
    public LocalDatabase newDatabase() {
        makeTemplate();
        String name = "database_" + databases.incrementAndGet();
        Superuser.of(port, "postgres")
                .execute("create database %s template %s owner %s strategy file_copy".formatted(name, TEMPLATE, OWNER));
        return new LocalDatabase(port, name, OWNER);
    }

    private synchronized void makeTemplate() {
        if (templateIsReady) {
            return;
        }
        Superuser superuser = Superuser.of(port, "postgres");
        superuser.execute("drop database if exists " + TEMPLATE);
        superuser.execute("create database %s owner %s".formatted(TEMPLATE, OWNER));
        Superuser.of(port, TEMPLATE).executeScript("supabase-database.sql");
        templateIsReady = true;
    }

    /** Deletes a database of {@link #newDatabase()}, ending whatever connections it still has. */
    public void drop(LocalDatabase database) {
        Superuser.of(port, "postgres").execute("drop database if exists %s with (force)".formatted(database.name()));
    }

    /** Ends the server as a loss of power does; what was committed stays, unless the data directory is a temporary one. */
    public void kill() {
        process.ifPresent(ServerProcess::kill);
        cluster.ifPresent(PostgresCluster::close);
    }

    /** Stops the server, if it is ours; what is in a temporary data directory is gone. */
    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
        cluster.ifPresent(PostgresCluster::close);
        LOG.debug("{} on port {} stopped", NAME, port);
    }

    private static final class Shared {

        private static final LocalPostgres SERVER = start(PostgresOptions.hostile());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "stop shared " + NAME));
        }
    }
}
