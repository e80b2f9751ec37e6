package dev.atelier.domain.usage;

import java.util.UUID;

public record CallId(UUID value) {}
