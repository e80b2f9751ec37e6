package dev.atelier.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Processes that the tests look for and end. */
final class Processes {

    private Processes() {}

    /** The PostgreSQL server that runs on a data directory. */
    static ProcessHandle postmaster(Path dataDirectory) throws IOException {
        String pid =
                Files.readAllLines(dataDirectory.resolve("17/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** Ends a process as {@code kill -9} does, and waits for its end. */
    static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }
}
