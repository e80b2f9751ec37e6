package dev.atelier.bootstrap;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own, which can be killed as the kernel would. */
record WorkerProcess(Process process) implements AutoCloseable {

    static WorkerProcess start(Map<String, String> environment, String... javaOptions) {
        return start(environment, Redirect.DISCARD, javaOptions);
    }

    /** The same, with what it says in a file. */
    static WorkerProcess start(Map<String, String> environment, Path output) {
        return start(environment, Redirect.to(output.toFile()));
    }

    private static WorkerProcess start(Map<String, String> environment, Redirect output, String... javaOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "worker"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            return new WorkerProcess(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signal 9. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Sends a signal by its name, as {@code kill} takes it. */
    void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("no signal could be sent to the worker");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signal 15; the exit code. */
    int stop() {
        process.destroy();
        return await();
    }

    private int await() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the worker does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
