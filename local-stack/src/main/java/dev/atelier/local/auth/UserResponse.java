package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A user as clients get to see it. */
record UserResponse(
        UUID id,
        String aud,
        String role,
        String email,
        Optional<Instant> emailConfirmedAt,
        String phone,
        Optional<Instant> confirmationSentAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> recoverySentAt,
        Optional<Instant> lastSignInAt,
        ObjectNode appMetadata,
        ObjectNode userMetadata,
        List<Identity> identities,
        Instant createdAt,
        Instant updatedAt,
        boolean isAnonymous) {

    static UserResponse of(User user, List<Identity> identities) {
        return new UserResponse(
                user.id(),
                "authenticated",
                "authenticated",
                user.email(),
                user.emailConfirmedAt(),
                "",
                user.confirmationSentAt(),
                user.emailConfirmedAt(),
                user.recoverySentAt(),
                user.lastSignInAt(),
                user.appMetadata(),
                user.userMetadata(),
                identities,
                user.createdAt(),
                user.updatedAt(),
                user.isAnonymous());
    }
}
