package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;

/** A key as one user sent it. */
record IdempotencyKey(UserId user, String value) {}
