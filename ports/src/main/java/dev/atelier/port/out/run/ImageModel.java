package dev.atelier.port.out.run;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.workflow.AspectRatio;
import java.util.Optional;

/** Paints pictures. */
public interface ImageModel {

    /**
     * Paints a picture. A call may cost money, also when its answer is lost; so it is one attempt: the model is asked once
     * at most, and who calls decides about asking again. A call ends within minutes by itself, and promptly when its thread
     * is interrupted; then it throws with the thread's interrupt status set.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when the model could not be asked, or cannot answer now
     * @throws dev.atelier.port.PortFailure.Permanent when it will not paint this; the message is the provider's own
     * @throws dev.atelier.port.PortFailure.OutcomeUnknown when it was asked and the answer was lost
     */
    Image paint(Request request);

    /**
     * What is wanted.
     *
     * @param model as the provider names it; empty for the one that the operator has chosen
     * @param quality in the words of the provider; empty for its default
     * @param style how it should look, in words; empty for no wish
     */
    record Request(String prompt, Optional<String> model, AspectRatio aspectRatio, String quality, String style) {}

    /**
     * What was painted.
     *
     * @param bytes the encoded picture, which nobody changes
     * @param contentType how it is encoded: {@code image/png}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying megabytes would only cost
    record Image(byte[] bytes, String contentType, ModelUsage usage) {}
}
