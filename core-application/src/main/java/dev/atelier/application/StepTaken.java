package dev.atelier.application;

import dev.atelier.domain.job.Claim;

/** A step that a worker has begun together with the end of the one before it, and the claim of its job. */
record StepTaken(Claim claim, StepWork work) {}
