package dev.atelier.local.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code auth.sessions} and how it began.
 *
 * @param signedInAt when the user proved who they are, by password
 */
record Session(UUID id, UUID userId, Instant signedInAt) {}
