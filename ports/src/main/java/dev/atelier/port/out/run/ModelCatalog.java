package dev.atelier.port.out.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models that can be had, and what they cost. */
public interface ModelCatalog {

    /**
     * All models, each once. Asking costs nothing and may be repeated. The list may be an hour old, and up to a day when the
     * provider does not answer meanwhile; most calls are answered from memory.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when the list cannot be had, and there is none that is not too old
     * @throws dev.atelier.port.PortFailure.Permanent when the provider refuses to tell it
     */
    List<Model> models();

    /**
     * The model of that name; empty when there is none.
     *
     * @throws dev.atelier.port.PortFailure as {@link #models()}
     */
    default Optional<Model> find(String name) {
        return models().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * The name of the model that is asked when a request names none: the one that the operator has chosen; empty when there is
     * none for that.
     */
    Optional<String> chosen(Output output);

    /** What a model gives. */
    enum Output {
        TEXT,
        IMAGE,
        EMBEDDINGS
    }

    /**
     * A model.
     *
     * @param name as requests and usages name it, provider first
     * @param title for people
     * @param contextTokens how many tokens fit into it, prompt and answer together; 0 when nobody says
     * @param outputs what it gives, as far as it is something that we use
     * @param prices empty when they depend on more than the model
     */
    record Model(String name, String title, long contextTokens, Set<Output> outputs, Optional<Prices> prices) {

        public Model {
            outputs = Set.copyOf(outputs);
        }
    }

    /**
     * What a model costs, in US dollars; nothing is below 0.
     *
     * @param perInputToken for each token that it is given
     * @param perOutputToken for each token that it gives, the dearest kind that it has
     * @param perCall for each time that it is asked
     */
    record Prices(BigDecimal perInputToken, BigDecimal perOutputToken, BigDecimal perCall) {

        /** For what costs nothing. */
        public static final Prices FREE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** @throws IllegalArgumentException when a price is below 0 */
        public Prices {
            if (perInputToken.signum() < 0 || perOutputToken.signum() < 0 || perCall.signum() < 0) {
                throw new IllegalArgumentException("a price is below 0");
            }
        }

        /** What one call costs that takes and gives so many tokens. */
        public BigDecimal of(long inputTokens, long outputTokens) {
            return perCall.add(perInputToken.multiply(BigDecimal.valueOf(inputTokens)))
                    .add(perOutputToken.multiply(BigDecimal.valueOf(outputTokens)));
        }
    }
}
