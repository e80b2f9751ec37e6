package dev.atelier.adapter.http;

import java.util.List;
import java.util.Map;

/**
 * An answer that says what went wrong (RFC 9457).
 *
 * @param detail a sentence for a person; shows nothing of the inside
 * @param errors the single faults, each an object of its own kind; none where there is only one thing to say
 * @param headers what the answer's header says besides
 */
record Problem(ProblemCode code, int status, String detail, List<?> errors, Map<String, String> headers) {

    static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.status(), detail, List.of(), Map.of());
    }

    Problem withErrors(List<?> faults) {
        return new Problem(code, status, detail, faults, headers);
    }

    Problem withHeader(String name, String value) {
        return new Problem(code, status, detail, errors, Map.of(name, value));
    }

    Problem withStatus(int other) {
        return new Problem(code, other, detail, errors, headers);
    }

    ProblemException exception() {
        return new ProblemException(this);
    }
}
