package dev.atelier.domain.account;

import java.util.UUID;

/** A user; the {@code id} in Supabase's {@code auth.users}, which is the {@code sub} of their tokens. */
public record UserId(UUID value) {}
