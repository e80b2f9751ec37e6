package dev.atelier.port.out.search;

import dev.atelier.domain.run.ModelUsage;
import java.util.List;

/**
 * Turns texts into vectors, so that texts which mean something similar lie in similar directions: the cosine of the angle
 * between two vectors tells how near they are. Only vectors of the same {@link #model()} can be compared.
 */
public interface Embedder {

    /** The name that vectors are to be kept with, provider first; it never changes for one embedder. */
    String model();

    /** How many numbers each vector has; it never changes for one embedder. */
    int dimension();

    /**
     * Turns each text into a vector. A call may cost a little money, also when its answer is lost; so it is one attempt: the
     * model is asked once at most, and who calls decides about asking again, which gives the same vectors but for rounding.
     * A call ends within minutes by itself, and promptly when its thread is interrupted; then it throws with the thread's
     * interrupt status set.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when the model could not be asked, or cannot answer now
     * @throws dev.atelier.port.PortFailure.Permanent when it will not take these texts; the message is the provider's own
     * @throws dev.atelier.port.PortFailure.OutcomeUnknown when it was asked and the answer was lost
     */
    Embeddings embed(Request request);

    /**
     * The texts of one call.
     *
     * @param texts 1 to {@value #TEXTS_MAX}, none blank, each of at most {@value #CHARACTERS_MAX} characters (UTF-16 units);
     *     of a long one a model may consider the beginning alone
     */
    record Request(List<String> texts) {

        public static final int TEXTS_MAX = 64;
        public static final int CHARACTERS_MAX = 8_000;

        /** @throws IllegalArgumentException when there are too few or too many texts, or one is blank or too long */
        public Request {
            texts = List.copyOf(texts);
            if (texts.isEmpty() || texts.size() > TEXTS_MAX) {
                throw new IllegalArgumentException("from 1 to %d texts, not %d".formatted(TEXTS_MAX, texts.size()));
            }
            if (texts.stream().anyMatch(text -> text.isBlank() || text.length() > CHARACTERS_MAX)) {
                throw new IllegalArgumentException("no text is blank or longer than " + CHARACTERS_MAX);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param vectors one a text, in the order of the texts, each of {@link #dimension()} finite numbers that are not all 0
     * @param usage of all texts together; its model is {@link #model()}
     */
    record Embeddings(List<float[]> vectors, ModelUsage usage) {

        public Embeddings {
            vectors = List.copyOf(vectors);
        }
    }
}
