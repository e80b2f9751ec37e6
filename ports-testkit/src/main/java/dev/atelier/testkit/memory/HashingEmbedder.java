package dev.atelier.testkit.memory;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.Embedder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Counts words, each in the dimension that its hash names: texts that share words lie near each other. It follows its
 * script first, and costs nothing. Safe for use by many threads.
 */
public final class HashingEmbedder implements Embedder {

    /** What it is called in usages. */
    public static final String NAME = "memory/hashing";

    private static final int DIMENSION = 64;

    private final Script<Request, Embeddings> script = new Script<>(HashingEmbedder::count);

    /** The next call that has no answer yet is answered by {@code answer}, which may block or throw. */
    public HashingEmbedder answer(Function<Request, Embeddings> answer) {
        script.add(answer);
        return this;
    }

    /** The next call that has no answer yet fails. */
    public HashingEmbedder fail(PortFailure failure) {
        return answer(request -> {
            throw failure;
        });
    }

    /** What it was asked so far, the first request first. */
    public List<Request> requests() {
        return script.requests();
    }

    @Override
    public String model() {
        return NAME;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public Embeddings embed(Request request) {
        return script.play(request);
    }

    private static Embeddings count(Request request) {
        var vectors = request.texts().stream().map(HashingEmbedder::vector).toList();
        long words =
                request.texts().stream().mapToLong(text -> words(text).length).sum();
        return new Embeddings(vectors, new ModelUsage(NAME, words, 0, 0, BigDecimal.ZERO));
    }

    private static float[] vector(String text) {
        var vector = new float[DIMENSION];
        for (var word : words(text)) {
            vector[Math.floorMod(word.hashCode(), DIMENSION)]++;
        }
        return vector;
    }

    private static String[] words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}]*\\s[\\s\\p{Punct}]*|\\p{Punct}+$");
    }
}
