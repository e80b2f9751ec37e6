package dev.atelier.architecture.broken.productionknowsneitherlocalstacknortestkit.application;

import dev.atelier.architecture.broken.productionknowsneitherlocalstacknortestkit.testkit.SettableClock;

record Culprit(SettableClock clock) {}
