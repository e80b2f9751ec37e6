package dev.atelier.bootstrap;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes the parts that traces are made of. Its call returns at once and never throws. */
@FunctionalInterface
interface Spans {

    /** Forgets them. */
    Spans NONE = span -> {};

    /** Takes a span that has just ended. */
    void record(Span span);

    /** Where it stands between this process and others. */
    enum Kind {
        /** The answer to a request: the first span of its trace. */
        REQUEST,

        /** An attempt at a job. */
        JOB,

        /** A call of a service. */
        CALL
    }

    /**
     * Something that took a while.
     *
     * @param requestId of the request that all of it goes back to; empty for what nobody asked for
     * @param attributes as OpenTelemetry's semantic conventions name them, where they have a name; nothing of any user's
     */
    record Span(
            String name,
            Kind kind,
            Optional<String> requestId,
            Duration took,
            Map<String, String> attributes,
            boolean failed) {}
}
