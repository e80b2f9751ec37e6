package dev.atelier.domain.workflow;

/** {@code target} runs after {@code source}. */
public record Edge(NodeId source, NodeId target) {}
