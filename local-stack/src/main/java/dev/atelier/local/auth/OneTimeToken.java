package dev.atelier.local.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code auth.one_time_tokens}.
 *
 * @param sentAt when it was mailed; empty if the user's row has forgotten it
 */
record OneTimeToken(UUID userId, Optional<Instant> sentAt) {}
