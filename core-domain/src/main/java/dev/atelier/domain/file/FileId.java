package dev.atelier.domain.file;

import java.util.UUID;

public record FileId(UUID value) {}
