package dev.atelier.local.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code auth.refresh_tokens}.
 *
 * @param revoked whether it has been exchanged for another, or ended with its session's tokens
 * @param parent the token that it was given for; empty for the first of a session
 * @param updatedAt when it was made, or revoked
 */
record RefreshToken(String token, UUID sessionId, boolean revoked, Optional<String> parent, Instant updatedAt) {

    boolean isChildOf(RefreshToken other) {
        return parent.filter(other.token()::equals).isPresent();
    }

    /** Shows whose it is, and not the token. */
    @Override
    public String toString() {
        return "RefreshToken[" + sessionId + "]";
    }
}
