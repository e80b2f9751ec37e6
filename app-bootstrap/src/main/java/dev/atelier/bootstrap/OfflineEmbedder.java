package dev.atelier.bootstrap;

import dev.atelier.port.out.search.Embedder;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The model for search that runs inside of the process. It is a hundred megabytes that production must not have, so it is known by its
 * service alone, and there only when {@code bin/atelier} has put it on the class path.
 */
final class OfflineEmbedder {

    private OfflineEmbedder() {}

    /** Finding it loads no model. */
    static Optional<Embedder> find() {
        return ServiceLoader.load(Embedder.class).findFirst();
    }
}
