package dev.atelier.application;

import dev.atelier.domain.usage.PaidCall.Kind;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.search.Embedder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Says beforehand what a call costs at the most: the prices of its model, for as many tokens as its text has bytes (no model has
 * more) and as many as it may write. A call whose model has no known price is taken to cost what the operator says.
 */
final class CostEstimates {

    /** What is around a text: roles, instructions about the format. */
    private static final int TOKENS_AROUND = 256;

    /** No picture of a model that is paid by tokens has more; most have a quarter of that. */
    private static final int TOKENS_OF_A_PICTURE = 6_400;

    private static final Logger LOG = System.getLogger(CostEstimates.class.getName());

    private final ModelCatalog catalog;
    private final BigDecimal unpricedCallUsd;

    CostEstimates(ModelCatalog catalog, BigDecimal unpricedCallUsd) {
        this.catalog = catalog;
        this.unpricedCallUsd = unpricedCallUsd;
    }

    /** @param mostTokens that it will be asked for */
    Quote text(TextModel.Request request, int mostTokens) {
        long input = bytes(request.prompt()) + bytes(request.systemPrompt()) + TOKENS_AROUND;
        return quote(Kind.TEXT, Output.TEXT, request.model(), input, mostTokens);
    }

    Quote image(ImageModel.Request request) {
        long input = bytes(request.prompt()) + bytes(request.style()) + TOKENS_AROUND;
        return quote(Kind.IMAGE, Output.IMAGE, request.model(), input, TOKENS_OF_A_PICTURE);
    }

    /** Vectors are paid by what is read. */
    Quote embedding(String model, Embedder.Request request) {
        long input = request.texts().stream().mapToLong(CostEstimates::bytes).sum();
        return quote(Kind.EMBEDDINGS, Output.EMBEDDINGS, Optional.of(model), input, 0);
    }

    /** Services that search have no price list. */
    Quote webSearch() {
        return new Quote(Kind.WEB_SEARCH, "", unpricedCallUsd);
    }

    private Quote quote(Kind kind, Output output, Optional<String> wanted, long inputTokens, long outputTokens) {
        var name = wanted.or(() -> catalog.chosen(output));
        var cost = name.flatMap(this::prices).map(prices -> prices.of(inputTokens, outputTokens));
        return new Quote(kind, name.orElse(""), cost.orElse(unpricedCallUsd));
    }

    /** What cannot be looked up now is no reason not to make the call. */
    private Optional<Prices> prices(String model) {
        try {
            return catalog.find(model).flatMap(Model::prices);
        } catch (PortFailure e) {
            LOG.log(Level.DEBUG, () -> "the price of a call is guessed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
