package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value.ObjectValue;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow that is there for everybody to begin with.
 *
 * @param id lower-case words with hyphens: {@code blog-article}
 * @param about what it is called and does, in every language
 * @param definition what a workflow made from it begins with
 */
public record WorkflowTemplate(String id, Map<Language, About> about, ObjectValue definition) {

    /** What templates are described in. */
    public enum Language {
        ENGLISH,
        BRAZILIAN_PORTUGUESE
    }

    /** What people read about it. */
    public record About(String name, String description) {}

    /** @throws IllegalArgumentException when it is not described in one of the languages */
    public WorkflowTemplate {
        about = Map.copyOf(about);
        if (about.size() < Language.values().length) {
            throw new IllegalArgumentException(
                    "the template %s is described in %s alone".formatted(id, about.keySet()));
        }
    }

    public About in(Language language) {
        return Optional.ofNullable(about.get(language)).orElseThrow();
    }
}
