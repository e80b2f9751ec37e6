package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code ./start} runs it: in a process of its own. */
class MainTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private Optional<Process> program = Optional.empty();

    @AfterEach
    void endTheProgram() {
        program.ifPresent(Process::destroyForcibly);
    }

    @Test
    void whenItIsReadyTheFileWithTheEnvironmentIsThere() throws Exception {
        Path file = directory.resolve("environment");
        Files.writeString(file, "SUPABASE_URL=http://localhost:1");
        Process running = run(anyPorts("--env-file", file.toString()));
        String ready = awaitReady(running).getLast();
        List<String> environment = Files.readAllLines(file);
        assertTrue(environment.contains("SUPABASE_URL=" + ready.substring("ready ".length())), ready);
        assertTrue(
                environment.stream().anyMatch(line -> line.startsWith("DATABASE_URL=postgresql://")),
                environment::toString);
    }

    @Test
    void itStopsItselfAndAllItStartedWithinTenSecondsOfSigterm() throws Exception {
        assertStopsBy("TERM");
    }

    @Test
    void itStopsItselfAndAllItStartedWithinTenSecondsOfSigint() throws Exception {
        assertStopsBy("INT");
    }

    @Test
    void whenItIsKilledItsServersEndToo() throws Exception {
        assertStopsBy("KILL");
    }

    @Test
    void itStartsAgainRightAfterItWasKilled() throws Exception {
        Process killed = run(anyPorts());
        awaitReady(killed);
        Processes.kill(killed.toHandle());
        assertEquals("ready", awaitReady(run(anyPorts())).getLast().split(" ", 2)[0]);
    }

    @Test
    void aTakenPortIsSaidAndEndsItWithCodeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefuses(anyPorts("--redis-port", port), "Port " + port + ", which Redis needs, is taken");
            assertRefuses(anyPorts("--mailbox-port", port), "Port " + port + ", which the mailbox needs, is taken");
        }
    }

    @Test
    void aSiteThatIsNoAddressIsSaidAndEndsItWithCodeOne() throws Exception {
        assertRefuses(anyPorts("--site-url", "frontend"), "Not an address of the form http://host:port but frontend");
    }

    private void assertRefuses(List<String> arguments, String reason) throws Exception {
        Process ended = run(arguments);
        String output = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, ended.waitFor());
        assertTrue(output.contains(reason), output);
    }

    @Test
    void wrongUsageEndsItWithCode64() throws Exception {
        Process ended = run(List.of("--no-such-option"));
        ended.getInputStream().readAllBytes();
        assertEquals(64, ended.waitFor());
    }

    private void assertStopsBy(String signal) throws Exception {
        Process running = run(anyPorts());
        awaitReady(running);
        List<ProcessHandle> children = running.descendants().toList();
        assertFalse(children.isEmpty());
        new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + running.pid())
                .start()
                .waitFor();
        assertTrue(running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS), "the program did not stop");
        for (ProcessHandle child : children) {
            child.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        assertFalse(Files.exists(directory.resolve("data/postgres/17/postmaster.pid")), "no orderly shutdown");
    }

    private List<String> anyPorts(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--data", directory.resolve("data").toString()));
        for (String port :
                List.of("--supabase-port", "--postgres-port", "--redis-port", "--s3-port", "--mailbox-port")) {
            if (!List.of(more).contains(port)) {
                arguments.addAll(List.of(port, "0"));
            }
        }
        arguments.addAll(List.of(more));
        return arguments;
    }

    private Process run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                Main.class.getName()));
        command.addAll(arguments);
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        program = Optional.of(started);
        return started;
    }

    /** What the program said until it was ready. */
    private static List<String> awaitReady(Process running) throws Exception {
        return CompletableFuture.supplyAsync(() -> linesUntilReady(running))
                .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<String> linesUntilReady(Process running) {
        List<String> lines = new ArrayList<>();
        try {
            BufferedReader output = running.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("ready ")) {
                    return lines;
                }
            }
        } catch (IOException e) {
            throw new AssertionError("Its output ended after " + lines, e);
        }
        throw new AssertionError("It was never ready: " + lines);
    }
}
