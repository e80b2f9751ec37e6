package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBundleTest {

    @Test
    void severalThatUnpackItAtOnceGetOneBundleAndLeaveNothingElse(@TempDir Path cache) throws Exception {
        List<Callable<PostgresBundle>> calls = Collections.nCopies(3, () -> PostgresBundle.unpackedIn(cache));
        List<PostgresBundle> bundles = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var bundle : threads.invokeAll(calls)) {
                bundles.add(bundle.get());
            }
        }
        assertEquals(1, bundles.stream().distinct().count());
        assertTrue(Files.isExecutable(Path.of(bundles.getFirst().program("postgres"))));
        try (var directories = Files.list(cache)) {
            assertEquals(List.of(bundles.getFirst().root()), directories.toList());
        }
    }
}
