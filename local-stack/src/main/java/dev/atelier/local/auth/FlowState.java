package dev.atelier.local.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code auth.flow_state}: somebody is between the mail and their session.
 *
 * @param authCode what the link brings and is exchanged for the session
 * @param method how the user proves who they are, such as {@code recovery}
 */
record FlowState(UUID userId, String authCode, CodeChallenge challenge, String method, Instant createdAt) {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    boolean isExpiredAt(Instant now) {
        return now.isAfter(createdAt.plus(LIFETIME));
    }

    /** Shows whose it is, and not the code. */
    @Override
    public String toString() {
        return "FlowState[" + userId + "]";
    }
}
