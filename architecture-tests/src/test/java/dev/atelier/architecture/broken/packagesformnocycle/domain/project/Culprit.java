package dev.atelier.architecture.broken.packagesformnocycle.domain.project;

import dev.atelier.architecture.broken.packagesformnocycle.domain.file.Accomplice;

public record Culprit(Accomplice accomplice) {}
