package dev.atelier.application;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedder;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door to what costs money: a call is written down, made, and settled. What stops the run that a call is made for cuts
 * the call off.
 */
final class PaidCalls {

    /** The most that a text may have whose step says nothing about it: a long article. */
    private static final int USUAL_TOKENS = 8_192;

    private final TextModel textModel;
    private final ImageModel imageModel;
    private final CostEstimates estimates;
    private final CallsUnderWay underWay;

    PaidCalls(TextModel textModel, ImageModel imageModel, CostEstimates estimates, CallsUnderWay underWay) {
        this.textModel = textModel;
        this.imageModel = imageModel;
        this.estimates = estimates;
        this.underWay = underWay;
    }

    /** Has a text written, as {@link TextModel#write} says. */
    TextModel.Text write(Payer payer, TextModel.Request request, Consumer<String> onToken) {
        int mostTokens = request.maxTokens().orElse(USUAL_TOKENS);
        var bounded = new TextModel.Request(
                request.prompt(),
                request.systemPrompt(),
                request.model(),
                request.temperature(),
                OptionalInt.of(mostTokens),
                request.format());
        return make(
                payer,
                estimates.text(bounded, mostTokens),
                () -> textModel.write(bounded, onToken),
                TextModel.Text::usage);
    }

    /** Has a picture painted, as {@link ImageModel#paint} says. */
    ImageModel.Image paint(Payer payer, ImageModel.Request request) {
        return make(payer, estimates.image(request), () -> imageModel.paint(request), ImageModel.Image::usage);
    }

    /** Has the web searched, as {@link WebSearch#search} says. */
    WebSearch.Findings search(Payer payer, WebSearch service, WebSearch.Request request) {
        return make(payer, estimates.webSearch(), () -> service.search(request), WebSearch.Findings::usage);
    }

    /** Has texts turned into vectors, as {@link Embedder#embed} says. */
    Embedder.Embeddings embed(Payer payer, Embedder embedder, Embedder.Request request) {
        return make(
                payer,
                estimates.embedding(embedder.model(), request),
                () -> embedder.embed(request),
                Embedder.Embeddings::usage);
    }

    /**
     * Makes a call.
     *
     * @param call ends promptly when its thread is interrupted
     * @param usage what an answer tells of what it took
     * @throws StoppedException when the run was stopped meanwhile
     */
    <T> T make(Payer payer, Quote quote, Supplier<T> call, Function<T, ModelUsage> usage) {
        var id = payer.open(quote);
        var watched = underWay.begin(payer.run());
        CallOutcome outcome = new CallOutcome.Unknown();
        try {
            var answer = call.get();
            outcome = new CallOutcome.Paid(usage.apply(answer));
            watched.end();
            return answer;
        } catch (RuntimeException e) {
            if (e instanceof PortFailure.Retryable || e instanceof PortFailure.Permanent) {
                outcome = new CallOutcome.Free();
            }
            if (watched.end()) {
                throw new StoppedException(e);
            }
            throw e;
        } finally {
            watched.end();
            payer.settle(id, outcome);
        }
    }

    /** The run was stopped, and the call cut off. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException(Throwable cause) {
            super("the run was stopped", cause);
        }
    }
}
