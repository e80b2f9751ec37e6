package dev.atelier.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs and libraries, unpacked once for each build that zonky publishes. */
record PostgresBundle(Path root) {

    /** Names what cannot be shared between major versions: data directories and extensions. */
    static final String MAJOR_VERSION = "17";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBundle.class);

    /**
     * The bundle for this machine, unpacked below the given directory if it is not there yet. Several JVMs may do that at
     * once: each unpacks beside it, and the first to finish gives it its name.
     */
    static PostgresBundle unpackedIn(Path cache) {
        String archive = "/postgres-%s-%s.txz".formatted(operatingSystem(), architecture());
        try {
            Path root = cache.resolve("postgresql-" + MAJOR_VERSION + "-" + checksum(archive));
            if (!Files.isDirectory(root)) {
                LOG.info("Unpacking PostgreSQL to {}", root);
                unpack(archive, root);
            }
            return new PostgresBundle(root);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + cache, e);
        }
    }

    /** The path of one of PostgreSQL's programs, such as {@code initdb}. */
    String program(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    /** Where extensions keep their shared libraries. */
    Path libraries() {
        return root.resolve("lib/postgresql");
    }

    /** Where extensions keep their control files and scripts. */
    Path extensions() {
        return root.resolve("share/postgresql/extension");
    }

    private static String operatingSystem() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static InputStream open(String archive) {
        InputStream in = PostgresBundle.class.getResourceAsStream(archive);
        if (in == null) {
            throw new LocalServerException("There is no PostgreSQL for this machine on the class path (" + archive
                    + "): add the artifact of io.zonky.test.postgres that has it");
        }
        return in;
    }

    private static String checksum(String archive) throws IOException {
        try (InputStream in = open(archive)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void unpack(String archive, Path root) throws IOException {
        Path parent = Files.createDirectories(root.getParent());
        FileTree unfinished = new FileTree(Files.createTempDirectory(parent, "unpacking-"));
        try (InputStream in = open(archive);
                XZInputStream xz = new XZInputStream(new BufferedInputStream(in));
                TarArchiveInputStream tar = new TarArchiveInputStream(xz)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished.root());
            }
            // Readable for a server that runs as somebody else than who unpacked it.
            Files.setPosixFilePermissions(unfinished.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished.root(), root);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debug("Another process has unpacked {}", root, e);
            unfinished.delete();
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = entry.resolveIn(directory);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
