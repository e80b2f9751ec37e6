package dev.atelier.architecture.broken.testkitknowsonlyportsdomainandjunit.testkit;

import dev.atelier.architecture.broken.testkitknowsonlyportsdomainandjunit.application.UseCase;

record Culprit(UseCase useCase) {}
