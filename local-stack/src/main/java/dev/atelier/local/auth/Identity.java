package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code auth.identities}: one way in which a user signs in. */
record Identity(
        UUID identityId,
        String id,
        UUID userId,
        ObjectNode identityData,
        String provider,
        Instant lastSignInAt,
        Instant createdAt,
        Instant updatedAt,
        String email) {}
