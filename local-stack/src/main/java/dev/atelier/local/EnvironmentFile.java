package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of environment variables, one {@code NAME=value} a line, as shells and Docker read it. */
record EnvironmentFile(Path path) {

    /** Makes sure that what an earlier run has written is not taken for this one's. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be replaced", e);
        }
    }

    /** Writes it at once as a whole: whoever waits for the file finds it complete. */
    void write(Map<String, String> environment) {
        String content = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
            Path unfinished = Files.createTempFile(
                    directory,
                    "environment",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, content);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written", e);
        }
    }
}
