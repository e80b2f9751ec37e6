package dev.atelier.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that runs as a child of this JVM and does not outlive it.
 *
 * <p>A second, tiny process guards it: a shell that waits for the end of its input, which comes when we close it or when
 * this JVM ends in whatever way, {@code kill -9} included, and then sends the server its stop signal. Both run in a session
 * of their own, so that Ctrl-C in a terminal reaches this JVM alone and the servers are stopped in order.
 */
final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(4);
    private static final int LINES_OF_AN_ERROR = 12;

    private final String name;
    private final Process server;
    private final Process guard;
    /** Empty when the server is ready, its last words when it has ended instead. */
    private final CompletableFuture<Optional<String>> outcome = new CompletableFuture<>();

    private ServerProcess(String name, Process server, Process guard) {
        this.name = name;
        this.server = server;
        this.guard = guard;
    }

    /**
     * Starts the server and waits until it says that it is ready.
     *
     * @param readyText part of the line by which the server says that it accepts connections
     * @param stopSignal the signal, as {@code kill -s} takes it, that makes the server stop soon and in order
     * @throws LocalServerException with the server's last words if it ends instead, or takes longer than a minute
     */
    static ServerProcess start(String name, List<String> command, String readyText, String stopSignal) {
        Process server = launch(inOwnSession(command));
        Process guard = launch(inOwnSession(
                List.of("sh", "-c", "read -r _; kill -s " + stopSignal + " \"$0\"", Long.toString(server.pid()))));
        ServerProcess process = new ServerProcess(name, server, guard);
        Thread.ofPlatform().daemon().name(name + " output").start(() -> process.follow(readyText));
        process.awaitReady();
        return process;
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return command;
        }
        List<String> all = new ArrayList<>(command);
        all.addFirst("setsid");
        return all;
    }

    private static Process launch(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + command.getFirst(), e);
        }
    }

    /** Reads to the very end: a server whose output nobody reads stops when the pipe is full. */
    private void follow(String readyText) {
        Deque<String> lastLines = new ArrayDeque<>();
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("{}: {}", name, line);
                if (line.contains(readyText)) {
                    outcome.complete(Optional.empty());
                }
                lastLines.addLast(line);
                if (lastLines.size() > LINES_OF_AN_ERROR) {
                    lastLines.removeFirst();
                }
            }
        } catch (IOException e) {
            LOG.debug("{}: output ended", name, e);
        }
        // A guard that outlived its server could later signal a stranger with the same process id.
        guard.destroyForcibly();
        outcome.complete(Optional.of(String.join("\n", lastLines)));
    }

    private void awaitReady() {
        try {
            Optional<String> lastWords = outcome.get(READY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (lastWords.isPresent()) {
                close();
                throw new LocalServerException(name + " did not start. It said:\n" + lastWords.get());
            }
        } catch (TimeoutException e) {
            close();
            throw new LocalServerException(name + " was not ready within " + READY_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while " + name + " started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The outcome is never a failure", e);
        }
    }

    /** The process id of the server itself. */
    long pid() {
        return server.pid();
    }

    /** Ends the server and every process that it has started at once, by signal 9. */
    void kill() {
        var children = server.descendants().toList(); // asked for while they are its children
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        close();
    }

    /** Stops the server and waits for its end; harder after four seconds. Does nothing if it has ended. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("{}: guard had ended", name, e);
        }
        try {
            if (!server.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} did not stop within {} s and is killed", name, STOP_LIMIT.toSeconds());
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
