package dev.atelier.architecture.broken.packagesformnocycle.domain.file;

import dev.atelier.architecture.broken.packagesformnocycle.domain.project.Culprit;

public interface Accomplice {
    Culprit culprit();
}
