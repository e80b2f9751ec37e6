package dev.atelier.adapter.minilm;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.search.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.output.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * Turns texts into vectors of length 1 without a network, and for nothing. It knows English best. Found by {@link
 * java.util.ServiceLoader}, so that a program which does without it needs no jar of it. Nothing is loaded before it is first
 * asked; loading takes a second, some 200 MB beside the heap, and writable folders: that of {@code java.io.tmpdir}, and {@code .djl.ai} in the home of
 * the user. Safe for use by many threads, which take turns: the model uses all processors for one text.
 */
public final class MiniLmEmbedder implements Embedder {

    private static final String MODEL = "offline/all-minilm-l6-v2-q";
    private static final int DIMENSION = 384;

    private final Semaphore turn = new Semaphore(1, true);

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /** Takes some milliseconds a text; an interrupt is seen between two of them. */
    @Override
    public Embeddings embed(Request request) {
        var vectors = new ArrayList<float[]>();
        long tokens = 0;
        for (var text : request.texts()) {
            var response = inTurn(text);
            vectors.add(response.content().vector());
            tokens += Objects.requireNonNull(response.tokenUsage()).inputTokenCount();
        }
        return new Embeddings(vectors, new ModelUsage(MODEL, tokens, 0, 0, BigDecimal.ZERO));
    }

    private Response<Embedding> inTurn(String text) {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PortFailure.Retryable.unavailable(Service.EMBEDDER, "turning texts into vectors was interrupted", e);
        }
        try {
            return LoadedModel.embed(text);
        } finally {
            turn.release();
        }
    }
}
