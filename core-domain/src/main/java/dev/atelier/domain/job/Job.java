package dev.atelier.domain.job;

import dev.atelier.domain.account.UserId;

/** Something that a worker is to do, once. */
public record Job(JobId id, UserId owner, Task task) {}
