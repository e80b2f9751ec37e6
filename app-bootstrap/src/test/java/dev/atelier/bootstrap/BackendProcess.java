package dev.atelier.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A backend in a process of its own, with a heap of its own. */
record BackendProcess(Process process, int port) implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens on port (\\d+)");
    private static final int START_SECONDS = 120;

    static BackendProcess start(Map<String, String> environment, String heap) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "backend")
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            return new BackendProcess(process, port(process));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its output is read to the end: with a full pipe it would stop. */
    private static int port(Process process) {
        var port = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var listens = LISTENS.matcher(line);
                    if (listens.find()) {
                        port.complete(Integer.parseInt(listens.group(1)));
                    }
                }
                port.completeExceptionally(new IllegalStateException("the backend has ended"));
            } catch (IOException e) {
                port.completeExceptionally(e);
            }
        });
        return port.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
