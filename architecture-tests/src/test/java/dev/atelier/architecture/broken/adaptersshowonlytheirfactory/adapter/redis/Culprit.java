package dev.atelier.architecture.broken.adaptersshowonlytheirfactory.adapter.redis;

public record Culprit() {}
