package dev.atelier.domain.run;

import java.util.UUID;

public record RunId(UUID value) {}
