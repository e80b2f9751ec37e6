package dev.atelier.architecture.broken.applicationshowsonlyitsassembly.application;

public record Culprit() {}
