package dev.atelier.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The Redis server, unpacked once for each version that embedded-redis brings. */
record RedisProgram(Path path) {

    static RedisProgram unpackedIn(Path cache) {
        OsArchitecture machine = OsArchitecture.detectOSandArchitecture();
        // The name of the resource tells version and machine: /redis-server-6.2.6-v5-linux-amd64.
        String resource = Optional.ofNullable(
                        ExecutableProvider.newProvidedVersionsMap().get(machine))
                .orElseThrow(() -> new LocalServerException("There is no Redis for this machine, " + machine));
        Path program = cache.resolve(resource.substring(1));
        try {
            if (!Files.isExecutable(program)) {
                unpack(resource, program);
            }
            return new RedisProgram(program);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis could not be unpacked to " + program, e);
        }
    }

    /** Written beside and then renamed: another process may want it at the same moment. */
    private static void unpack(String resource, Path program) throws IOException {
        Path unfinished = Files.createTempFile(Files.createDirectories(program.getParent()), "redis-server", ".new");
        try (InputStream in = RedisProgram.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new LocalServerException("There is no " + resource + " on the class path");
            }
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
