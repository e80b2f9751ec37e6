package dev.atelier.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis server on the loopback interface, without a password, that never evicts what it holds.
 *
 * <p>The server is a child process: it ends with {@link #close()} or with this JVM, however that ends.
 */
public final class LocalRedis implements AutoCloseable {

    private static final String NAME = "Redis";

    private final int port;
    private final ServerProcess process;

    private LocalRedis(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @throws PortTakenException if the port is in use
     * @throws LocalServerException with the server's last words if it does not start
     */
    public static LocalRedis start(RedisOptions options) {
        int port = new Port(options.port()).claim(NAME).number();
        return new LocalRedis(
                port, ServerProcess.start(NAME, command(port, options), "Ready to accept connections", "TERM"));
    }

    /**
     * The one server of this JVM for tests, started when it is first asked for; it ends with the JVM. It is common to all
     * tests: use keys of your own.
     */
    public static LocalRedis shared() {
        return Shared.SERVER;
    }

    private static List<String> command(int port, RedisOptions options) {
        List<String> command = new ArrayList<>(List.of(
                RedisProgram.unpackedIn(CacheDirectory.path()).path().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--maxmemory-policy",
                "noeviction",
                // No snapshots: the append-only file has it all.
                "--save",
                ""));
        options.dataDirectory()
                .map(LocalRedis::existing)
                .ifPresent(directory -> command.addAll(List.of("--appendonly", "yes", "--dir", directory.toString())));
        return command;
    }

    private static Path existing(Path directory) {
        return FileTree.createDirectories(directory.toAbsolutePath().normalize());
    }

    /** The port on {@code localhost}. */
    public int port() {
        return port;
    }

    /** The address as {@code REDIS_URL} takes it. */
    public String url() {
        return "redis://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server; without a data directory everything in it is gone. */
    @Override
    public void close() {
        process.close();
    }

    private static final class Shared {

        private static final LocalRedis SERVER = start(RedisOptions.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "stop shared " + NAME));
        }
    }
}
