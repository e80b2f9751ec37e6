package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of one PostgreSQL server on disk. A lock beside it keeps a second server of ours away, so that whatever else
 * seems to use the data is known to be a remainder.
 */
final class PostgresCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private final PostgresBundle bundle;
    private final Path directory;
    private final boolean temporary;
    private final FileChannel lock;

    private PostgresCluster(PostgresBundle bundle, Path directory, boolean temporary) throws IOException {
        this.bundle = bundle;
        this.directory = directory;
        this.temporary = temporary;
        this.lock = locked(directory);
    }

    /**
     * Takes hold of the data in a directory, which is made if need be, or of a temporary directory, which is deleted in the
     * end.
     *
     * @throws LocalServerException if another server uses it
     */
    static PostgresCluster in(Optional<Path> directory, PostgresBundle bundle) {
        try {
            if (directory.isEmpty()) {
                return new PostgresCluster(bundle, Files.createTempDirectory("atelier-postgres-"), true);
            }
            Path absolute = directory.get().toAbsolutePath().normalize();
            return new PostgresCluster(bundle, Files.createDirectories(absolute), false);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory " + directory.orElse(Path.of("")) + " cannot be used", e);
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new LocalServerException("Another local PostgreSQL is running on " + directory
                    + ": stop it or choose another data directory.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The data directory as PostgreSQL understands it; a new major version begins a new one. */
    Path data() {
        return directory.resolve(PostgresBundle.MAJOR_VERSION);
    }

    /** Makes a new database cluster unless there is one. */
    void initialise(String collation) {
        if (Files.isDirectory(data())) {
            return;
        }
        // initdb leaves half of it behind when it is killed; only a whole one gets the name.
        Path unfinished = directory.resolve("unfinished");
        new FileTree(unfinished).delete();
        try {
            Path password = Files.writeString(directory.resolve("password"), LocalDatabase.PASSWORD);
            PostgresProgram.run(List.of(
                    bundle.program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + Superuser.NAME,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=" + collation,
                    // Passwords that everybody knows need no effort to be checked.
                    "--set=scram_iterations=16",
                    "--no-sync"));
            Files.delete(password);
            Files.move(unfinished, data());
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be used", e);
        }
    }

    /**
     * Clears away what a server left that was killed. PostgreSQL does most of that itself, but refuses to start when the
     * process id in its lock file is meanwhile that of some other program, or while the old server is still going down.
     */
    void clearRemains() {
        Path lockFile = data().resolve("postmaster.pid");
        Optional<ProcessHandle> process = processNamedIn(lockFile);
        if (process.isEmpty()) {
            return;
        }
        if (process.get().info().commandLine().orElse("").contains(data().toString())) {
            LOG.warn("Stopping a PostgreSQL that an earlier run left behind on {}", data());
            PostgresProgram.run(List.of(bundle.program("pg_ctl"), "stop", "--pgdata=" + data(), "--mode=fast"));
            return;
        }
        try {
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove the stale " + lockFile, e);
        }
    }

    private static Optional<ProcessHandle> processNamedIn(Path lockFile) {
        try {
            return Files.readAllLines(lockFile).stream()
                    .findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + lockFile, e);
        }
    }

    /** Whether the data goes when this is closed. */
    boolean isTemporary() {
        return temporary;
    }

    /** Lets go of the data. */
    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                new FileTree(directory).delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not let go of " + directory, e);
        }
    }
}
