package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** pgvector as {@code local-stack/bin/install-pgvector} leaves it in the cache; the bundle does not bring it. */
record Pgvector(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(Pgvector.class);

    static Pgvector in(Path cache) {
        return new Pgvector(cache.resolve("pgvector-" + PostgresBundle.MAJOR_VERSION));
    }

    /**
     * Adds the extension to the bundle if it has been built. Without it PostgreSQL works all the same, only the extension
     * cannot be created.
     *
     * @return whether the bundle has it now
     */
    boolean addTo(PostgresBundle bundle) {
        Path library = directory.resolve("vector.so");
        if (!Files.isRegularFile(library)) {
            LOG.warn("pgvector is not there: searching by meaning needs it. local-stack/bin/install-pgvector gets it.");
            return false;
        }
        try {
            replace(bundle.libraries().resolve("vector.so"), Files.readAllBytes(library));
            for (Path file : extensionFiles()) {
                replace(bundle.extensions().resolve(file.getFileName()), content(file));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("pgvector could not be added to " + bundle.root(), e);
        }
    }

    private List<Path> extensionFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".sql") || isControl(file))
                    .toList();
        }
    }

    private static boolean isControl(Path file) {
        return file.endsWith("vector.control");
    }

    /** Supabase lets its {@code postgres} role, which is no superuser, create this extension; so do we. */
    private static byte[] content(Path file) throws IOException {
        if (!isControl(file)) {
            return Files.readAllBytes(file);
        }
        return (Files.readString(file).stripTrailing() + "\ntrusted = true\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Running servers may have the old file open or mapped: it is never written into, only exchanged. */
    private static void replace(Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            return;
        }
        Path unfinished = Files.createTempFile(target.getParent(), "pgvector", ".new");
        Files.write(unfinished, content);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
