package dev.atelier.domain.account;

import dev.atelier.domain.error.Validation;

/**
 * What users say about themselves.
 *
 * @param fullName up to {@value #FULL_NAME_MAX} characters; empty when they have not said
 */
public record UserProfile(String fullName) {

    public static final int FULL_NAME_MAX = 200;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed when a field breaks its rule */
    public UserProfile {
        new Validation().text("fullName", fullName, 0, FULL_NAME_MAX).orThrow();
    }
}
