package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedder.Embeddings;
import dev.atelier.port.out.search.Embedder.Request;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link Embedder}, of which nobody can say beforehand what numbers it gives. Failures are for the adapters. */
@Timeout(120)
public abstract class EmbedderContract {

    /** Numbers of the same text may differ by rounding: models compute in batches. */
    private static final float ROUNDING = 1e-3f;

    private static final String CAT = "The black cat sleeps on the sofa in the living room.";
    private static final String ALSO_CAT = "On the sofa in the living room a black cat sleeps.";
    private static final String BANK = "Central banks raised their interest rates once more.";

    /** The embedder under test. */
    protected abstract Embedder embedder();

    @Test
    void itsNameAndItsDimensionNeverChange() {
        var model = embedder().model();
        int dimension = embedder().dimension();
        embed(CAT);

        assertFalse(model.isBlank());
        assertTrue(dimension > 1);
        assertEquals(model, embedder().model());
        assertEquals(dimension, embedder().dimension());
    }

    @Test
    void eachTextHasAVectorOfFiniteNumbersThatAreNotAllZero() {
        for (var vector : embed(CAT, Samples.ODD_TEXT, "x").vectors()) {
            double length = 0;
            for (float number : vector) {
                length += number * number;
            }

            assertEquals(embedder().dimension(), vector.length);
            assertTrue(Double.isFinite(length) && length > 0, () -> "a vector without direction");
        }
    }

    @Test
    void vectorsComeInTheOrderOfTheTexts() {
        var together = embed(BANK, CAT, BANK).vectors();

        assertEquals(3, together.size());
        assertArrayEquals(embed(BANK).vectors().getFirst(), together.get(0), ROUNDING);
        assertArrayEquals(embed(CAT).vectors().getFirst(), together.get(1), ROUNDING);
        assertArrayEquals(together.get(0), together.get(2), ROUNDING);
    }

    @Test
    void whatMeansSomethingSimilarLiesInASimilarDirection() {
        var vectors = embed(CAT, ALSO_CAT, BANK).vectors();
        double similar = cosine(vectors.get(0), vectors.get(1));
        double different = cosine(vectors.get(0), vectors.get(2));

        assertTrue(similar > different, () -> similar + " is not above " + different);
    }

    @Test
    void itSaysWhatItUsed() {
        var usage = embed(CAT, BANK).usage();

        assertEquals(embedder().model(), usage.model());
        assertTrue(usage.inputTokens() > 0);
        assertEquals(0, usage.images());
        assertTrue(usage.costUsd().signum() >= 0);
    }

    @Test
    void itTakesEveryLegalRequest() {
        var many = Collections.nCopies(Request.TEXTS_MAX, CAT);
        var longest = "tea ".repeat(Request.CHARACTERS_MAX / 4);

        assertEquals(
                Request.TEXTS_MAX, embedder().embed(new Request(many)).vectors().size());
        assertEquals(1, embed(longest).vectors().size());
    }

    @Test
    void manyCanAskAtOnce() {
        var outcomes = Concurrently.all(8, () -> embed(CAT, BANK).vectors().size());

        assertEquals(Collections.nCopies(8, 2), outcomes);
    }

    private Embeddings embed(String... texts) {
        return embedder().embed(new Request(List.of(texts)));
    }

    private static double cosine(float[] left, float[] right) {
        return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
