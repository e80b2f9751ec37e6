package dev.atelier.local.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code auth.sessions} and how it began.
 *
 * @param signedInAt when the user proved who they are
 * @param method the method by its name in the claim {@code amr}
 */
record Session(UUID id, UUID userId, Instant signedInAt, String method) {

    static final String BY_PASSWORD = "password";
    /** By what was mailed: the code, or the link with its hash. */
    static final String BY_CODE = "otp";
}
