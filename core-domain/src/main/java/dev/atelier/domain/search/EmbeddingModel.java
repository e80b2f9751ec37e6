package dev.atelier.domain.search;

/**
 * A model that turns texts into vectors.
 *
 * @param name provider first
 * @param dimension how many numbers its vectors have
 */
public record EmbeddingModel(String name, int dimension) {}
