package dev.atelier.architecture.broken.portsknowonlythedomain.port.in;

import dev.atelier.architecture.broken.portsknowonlythedomain.application.UseCase;

interface Culprit {
    UseCase useCase();
}
