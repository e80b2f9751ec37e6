package dev.atelier.local;

import java.nio.file.Path;
import java.util.Optional;

/** Where things are kept that can be made again: {@code $XDG_CACHE_HOME/atelier}, otherwise {@code ~/.cache/atelier}. */
final class CacheDirectory {

    private CacheDirectory() {}

    static Path path() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("atelier");
    }
}
