package dev.atelier.domain.workflow;

/** {@code target} runs after {@code source}, provided that {@code outlet} is taken. */
public record Edge(NodeId source, NodeId target, Outlet outlet) {

    Edge(NodeId source, NodeId target) {
        this(source, target, Outlet.ALWAYS);
    }
}
