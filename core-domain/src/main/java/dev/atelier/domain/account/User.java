package dev.atelier.domain.account;

import java.time.Instant;

/**
 * Somebody who works with Atelier. Users come into being in Supabase Auth; a database trigger makes ours.
 *
 * @param email as Supabase Auth has it; empty for one who signed in without (anonymous or by phone)
 * @param profile what users say about themselves
 * @param revision grows by one with each change of the profile
 */
public record User(UserId id, String email, UserProfile profile, Instant createdAt, long revision) {}
