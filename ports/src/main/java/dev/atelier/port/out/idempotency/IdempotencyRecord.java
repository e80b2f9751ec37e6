package dev.atelier.port.out.idempotency;

import java.time.Instant;

/**
 * What was answered.
 *
 * @param fingerprint tells one request from another; at most 128 characters
 * @param answer in the form of whoever asked; opaque here
 * @param expiresAt until when it counts
 */
public record IdempotencyRecord(String fingerprint, String answer, Instant expiresAt) {}
