package dev.atelier.domain.search;

/**
 * What an answer rests on.
 *
 * @param number by which the answer refers to it: {@code [1]}
 * @param source the passage that was given to whoever answered
 * @param quote words that stand in the passage exactly like this
 * @param location of the quote
 */
public record Citation(int number, FoundPassage source, String quote, Location location) {}
