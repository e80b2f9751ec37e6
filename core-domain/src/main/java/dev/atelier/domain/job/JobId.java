package dev.atelier.domain.job;

import java.util.UUID;

public record JobId(UUID value) {}
