package dev.atelier.port.in.file;

import java.net.URI;
import java.time.Instant;

/** An address that is good until {@code expiresAt}. */
public record SignedUrl(URI url, Instant expiresAt) {}
