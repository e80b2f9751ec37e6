package dev.atelier.architecture.broken.adaptersknownousecase.adapter.http;

import dev.atelier.architecture.broken.adaptersknownousecase.application.UseCase;

record Culprit(UseCase useCase) {}
