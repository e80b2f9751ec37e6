package dev.atelier.domain.document;

import java.util.UUID;

public record DocumentId(UUID value) {}
