package dev.atelier.testkit.memory;

import dev.atelier.port.out.run.ModelCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The scripted models, free of charge, and what is added. Safe for use by many threads. */
public final class InMemoryModelCatalog implements ModelCatalog {

    private final List<Model> models = new CopyOnWriteArrayList<>(List.of(
            free(ScriptedTextModel.NAME, Output.TEXT),
            free(ScriptedImageModel.NAME, Output.IMAGE),
            free(HashingEmbedder.NAME, Output.EMBEDDINGS)));

    private static Model free(String name, Output output) {
        return new Model(name, name, 0, Set.of(output), Optional.of(Prices.FREE));
    }

    /** Adds a model, in place of the one of that name if there is one. */
    public synchronized InMemoryModelCatalog add(Model model) {
        models.removeIf(other -> other.name().equals(model.name()));
        models.add(model);
        return this;
    }

    @Override
    public Optional<String> chosen(Output output) {
        return Optional.of(
                switch (output) {
                    case TEXT -> ScriptedTextModel.NAME;
                    case IMAGE -> ScriptedImageModel.NAME;
                    case EMBEDDINGS -> HashingEmbedder.NAME;
                });
    }

    @Override
    public List<Model> models() {
        return List.copyOf(models);
    }
}
