package dev.atelier.adapter.http;

import java.util.Locale;

/** What went wrong, as programs are told; the status is the one that goes with it. */
enum ProblemCode {
    MALFORMED_REQUEST(400),
    INVALID_CURSOR(400),
    MISSING_TOKEN(401),
    INVALID_TOKEN(401),
    EXPIRED_TOKEN(401),
    USER_NOT_PROVISIONED(403),
    ROLE_NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    VERSION_CONFLICT(409),
    UPLOAD_INCOMPLETE(409),
    INVALID_STATE(409),
    IDEMPOTENCY_KEY_REUSED(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    VALIDATION_FAILED(422),
    WORKFLOW_INVALID(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UPSTREAM_FAILED(502),
    DATABASE_UNAVAILABLE(503),
    STORAGE_UNAVAILABLE(503),
    QUEUE_UNAVAILABLE(503),
    UPSTREAM_TIMEOUT(504);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As it is spelled outside. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
