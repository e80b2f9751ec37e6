package dev.atelier.domain.workflow;

import dev.atelier.domain.error.Validation;
import dev.atelier.domain.value.Value.ObjectValue;

/**
 * What people say about a workflow, and its definition as they gave it: kept to the letter, unknown keys included.
 *
 * @param name 1 to {@value #NAME_MAX} characters, not blank
 * @param description up to {@value #DESCRIPTION_MAX} characters
 * @param definition up to {@value #DEFINITION_MAX_BYTES} bytes of JSON
 */
public record WorkflowDetails(String name, String description, ObjectValue definition) {

    public static final int NAME_MAX = 200;
    public static final int DESCRIPTION_MAX = 2_000;
    public static final int DEFINITION_MAX_BYTES = 1024 * 1024;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public WorkflowDetails {
        new Validation()
                .name("name", name, NAME_MAX)
                .text("description", description, 0, DESCRIPTION_MAX)
                .require(
                        definition.jsonSize() <= DEFINITION_MAX_BYTES,
                        "definition",
                        "must be at most %d bytes of JSON".formatted(DEFINITION_MAX_BYTES))
                .orThrow();
    }
}
