package dev.atelier.architecture.broken.productionknowsneitherlocalstacknortestkit.testkit;

public interface SettableClock {}
