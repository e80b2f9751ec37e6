package dev.atelier.bench.search;

import dev.atelier.adapter.minilm.MiniLmEmbedder;
import dev.atelier.port.out.search.Embedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * As many passages as one wants, made of some texts. The first are the texts themselves; each further one is about two of them, one
 * after the other, and its vector lies between theirs, as that of a text that says both does. Some texts are kept apart, to
 * be asked for. The same texts give the same passages.
 */
final class Texts {

    static final int QUERIES = 60;

    private static final int LENGTH_MAX = 500;

    private final List<String> texts;
    private final List<float[]> vectors = new ArrayList<>();

    /** A passage, or a query; read once, and compared with nothing. */
    @SuppressWarnings("ArrayRecordComponent")
    record Text(String words, float[] vector) {}

    /** Embeds each, which takes some milliseconds. */
    Texts(List<String> lines) {
        var shuffled = new ArrayList<>(lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(line.length(), LENGTH_MAX)))
                .distinct()
                .toList());
        Collections.shuffle(shuffled, new Random(1));
        this.texts = List.copyOf(shuffled);
        if (texts.size() < 2 * QUERIES) {
            throw new IllegalArgumentException("%d texts at least are needed".formatted(2 * QUERIES));
        }
        var embedder = new MiniLmEmbedder();
        for (int from = 0; from < texts.size(); from += Embedder.Request.TEXTS_MAX) {
            var batch = texts.subList(from, Math.min(texts.size(), from + Embedder.Request.TEXTS_MAX));
            vectors.addAll(embedder.embed(new Embedder.Request(batch)).vectors());
        }
    }

    /** How many passages are texts of their own. */
    int originals() {
        return texts.size() - QUERIES;
    }

    Text query(int number) {
        return new Text(texts.get(originals() + number), vectors.get(originals() + number));
    }

    Text passage(int number) {
        if (number < originals()) {
            return new Text(texts.get(number), vectors.get(number));
        }
        var random = new SplittableRandom(number);
        int one = random.nextInt(originals());
        int other = random.nextInt(originals());
        return new Text(texts.get(one) + "\n" + texts.get(other), between(vectors.get(one), vectors.get(other), (float)
                random.nextDouble(0.2, 0.8)));
    }

    private static float[] between(float[] one, float[] other, float weight) {
        var vector = new float[one.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = one[i] * (1 - weight) + other[i] * weight;
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
