package dev.atelier.port.in.search;

import dev.atelier.domain.error.Validation;
import java.util.Optional;

/**
 * A question about documents.
 *
 * @param text 1 to {@value #TEXT_MAX} characters, not blank
 * @param model of those that write, as the provider names it, up to {@value #MODEL_MAX} characters; empty for the one that the
 *     operator has chosen
 */
public record Question(String text, Optional<String> model) {

    public static final int TEXT_MAX = 2_000;
    public static final int MODEL_MAX = 200;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public Question {
        var validation = new Validation().name("question", text, TEXT_MAX);
        model.ifPresent(name -> validation.name("model", name, MODEL_MAX));
        validation.orThrow();
    }
}
