package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL's programs are run: they refuse to run as root. */
final class PostgresProgram {

    private PostgresProgram() {}

    /**
     * The command, made fit for root: in a user namespace of its own that has no root, while the kernel goes on treating
     * its files as root's.
     */
    static List<String> command(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("unshare", "--user"));
        all.addAll(command);
        return all;
    }

    /** Runs a program to its end. */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new LocalServerException(command.getFirst() + " failed. It said:\n" + output + remedy());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private static String remedy() {
        return isRoot()
                ? "PostgreSQL does not run as root; if `unshare --user` is not allowed here, use an ordinary user."
                : "";
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.isDirectory(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not find out who runs this", e);
        }
    }
}
