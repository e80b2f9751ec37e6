package dev.atelier.port.out.run;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes texts. */
public interface TextModel {

    /**
     * Writes a text. A call may cost money, also when its answer is lost; so it is one attempt: the model is asked once at
     * most, and who calls decides about asking again. A call ends within minutes by itself, and promptly when its thread is
     * interrupted; then it throws with the thread's interrupt status set, and nothing more is asked of the model.
     *
     * @param onToken is given the text piece by piece as it comes, on the calling thread; what it was given is void when
     *     this throws
     * @throws dev.atelier.port.PortFailure.Retryable when the model could not be asked, or cannot answer now
     * @throws dev.atelier.port.PortFailure.Permanent when it will not answer this; the message is the provider's own
     * @throws dev.atelier.port.PortFailure.OutcomeUnknown when it was asked and the answer was lost
     */
    Text write(Request request, Consumer<String> onToken);

    /**
     * What is wanted.
     *
     * @param systemPrompt what the model is told about its role; empty for nothing
     * @param model as the provider names it; empty for the one that the operator has chosen
     * @param temperature 0 to 2
     * @param maxTokens the most that it may write
     */
    record Request(
            String prompt,
            String systemPrompt,
            Optional<String> model,
            BigDecimal temperature,
            OptionalInt maxTokens,
            OutputFormat format) {}

    /**
     * What was written.
     *
     * @param fields with {@link OutputFormat#JSON} the top-level keys of the object, with {@link OutputFormat#MARKDOWN} the
     *     text below each heading by its title in lower case with {@code _} for blanks; without any otherwise, and when a
     *     model that was asked for an object has written something else, which is paid for all the same
     */
    record Text(String content, ObjectValue fields, ModelUsage usage) {}
}
