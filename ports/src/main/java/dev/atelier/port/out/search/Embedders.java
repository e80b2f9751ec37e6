package dev.atelier.port.out.search;

import dev.atelier.domain.search.EmbeddingModel;
import java.util.Optional;

/** The models that texts are turned into vectors by: the one that the operator has chosen, and those before it. */
public interface Embedders {

    /** The one that new texts are given to. */
    Embedder current();

    /** Another one, of which there are vectors; empty when it is not to be had here (any more). */
    Optional<Embedder> of(EmbeddingModel model);

    /** One alone. */
    static Embedders only(Embedder embedder) {
        return new Embedders() {
            @Override
            public Embedder current() {
                return embedder;
            }

            @Override
            public Optional<Embedder> of(EmbeddingModel model) {
                return Optional.of(embedder)
                        .filter(own -> new EmbeddingModel(own.model(), own.dimension()).equals(model));
            }
        };
    }
}
