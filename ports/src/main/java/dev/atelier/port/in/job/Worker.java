package dev.atelier.port.in.job;

/** A worker at work. */
public interface Worker extends AutoCloseable {

    /**
     * Takes no more jobs, and returns when those in hand are finished; those that are not after the grace period are
     * interrupted and given back.
     */
    @Override
    void close();
}
