package dev.atelier.adapter.http;

import java.time.Duration;

/** Watches requests, for figures. Its call returns at once and never throws. */
@FunctionalInterface
public interface RequestObserver {

    /** Looks away. */
    RequestObserver NOBODY = (requestId, method, route, status, took) -> {};

    /**
     * A request has ended.
     *
     * @param route the pattern that its address fits, {@code -} where there is none
     * @param took from its first byte to the last one of its answer
     */
    void answered(String requestId, String method, String route, int status, Duration took);
}
