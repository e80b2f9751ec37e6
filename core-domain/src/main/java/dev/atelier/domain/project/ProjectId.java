package dev.atelier.domain.project;

import java.util.UUID;

public record ProjectId(UUID value) {}
