package dev.atelier.domain.project;

import dev.atelier.domain.error.Validation;

/**
 * What people say about a project.
 *
 * @param name 1 to {@value #NAME_MAX} characters, not blank
 * @param description up to {@value #DESCRIPTION_MAX} characters
 */
public record ProjectDetails(String name, String description) {

    public static final int NAME_MAX = 200;
    public static final int DESCRIPTION_MAX = 2_000;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public ProjectDetails {
        new Validation()
                .name("name", name, NAME_MAX)
                .text("description", description, 0, DESCRIPTION_MAX)
                .orThrow();
    }
}
