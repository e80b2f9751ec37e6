package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor.Reason;

/** Ends the reading of a file, of which there will be no text. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Unreadable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
