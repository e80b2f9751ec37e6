package dev.atelier.domain.error;

/**
 * One thing that is wrong with one field of an input.
 *
 * @param field the name of the field as the caller knows it, nested ones with dots and indexes: {@code inputs.topic}
 * @param message what is wrong and how to mend it, a sentence for a person
 */
public record Violation(String field, String message) {}
