package dev.atelier.adapter.postgres;

/**
 * The connections of a pool at one moment.
 *
 * @param waiting threads that wait for one
 */
public record ConnectionCounts(int inUse, int idle, int waiting) {}
