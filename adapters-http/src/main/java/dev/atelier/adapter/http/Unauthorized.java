package dev.atelier.adapter.http;

/** What somebody is told who is not let in (RFC 6750, section 3); never more than that. */
final class Unauthorized {

    private static final String CHALLENGE = "WWW-Authenticate";

    private Unauthorized() {}

    /** Without an error code: nothing is wrong with what was not sent. */
    static Problem missing() {
        return Problem.of(ProblemCode.MISSING_TOKEN, "A bearer token is required.")
                .withHeader(CHALLENGE, "Bearer");
    }

    static Problem invalid() {
        return Problem.of(ProblemCode.INVALID_TOKEN, "The token is not valid.")
                .withHeader(CHALLENGE, "Bearer error=\"invalid_token\", error_description=\"The token is not valid\"");
    }

    static Problem expired() {
        return Problem.of(ProblemCode.EXPIRED_TOKEN, "The token has expired.")
                .withHeader(CHALLENGE, "Bearer error=\"invalid_token\", error_description=\"The token has expired\"");
    }

    static Problem roleNotAllowed() {
        return Problem.of(ProblemCode.ROLE_NOT_ALLOWED, "The token is not one of a user.");
    }

    static Problem anonymous() {
        return Problem.of(ProblemCode.ROLE_NOT_ALLOWED, "Anonymous users are not let in.");
    }
}
