package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code auth.users}, as far as the calls need it. */
record User(
        UUID id,
        String email,
        String passwordHash,
        ObjectNode appMetadata,
        ObjectNode userMetadata,
        Optional<Instant> emailConfirmedAt,
        Optional<Instant> confirmationSentAt,
        Optional<Instant> recoverySentAt,
        Optional<Instant> lastSignInAt,
        Optional<Instant> bannedUntil,
        Instant createdAt,
        Instant updatedAt,
        boolean isAnonymous) {

    boolean isBannedAt(Instant now) {
        return bannedUntil.filter(now::isBefore).isPresent();
    }

    /** Shows which user it is, and nothing that is theirs. */
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
