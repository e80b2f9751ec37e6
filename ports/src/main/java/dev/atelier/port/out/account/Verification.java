package dev.atelier.port.out.account;

import dev.atelier.domain.account.UserId;
import java.time.Instant;
import java.util.UUID;

/** What a {@link TokenVerifier} found. */
public sealed interface Verification {

    /**
     * The token stands for a user.
     *
     * @param expiresAt until when the token is valid
     * @param sessionId the session at the provider
     * @param anonymous whether the user has signed in without saying who they are
     */
    record Accepted(UserId user, Instant expiresAt, UUID sessionId, boolean anonymous) implements Verification {}

    /** The token stands for nobody. */
    record Rejected(Reason reason) implements Verification {}

    /** As much of the reason as anybody outside is told. */
    enum Reason {
        /** It is not a token that the provider signed for us. */
        INVALID,
        /** It was one, and its time is over. */
        EXPIRED,
        /** It is one, but not of a user: the provider's own keys for anonymous or administrative access. */
        ROLE_NOT_ALLOWED
    }
}
