package dev.atelier.architecture.broken.nobodyknowsbootstrap.bootstrap;

public record AppConfig() {}
