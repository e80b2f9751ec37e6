package dev.atelier.architecture.broken.coreistoldthetime.domain;

import java.time.Instant;

record Culprit(Instant createdAt) {
    static Culprit create() {
        return new Culprit(Instant.now());
    }
}
