package dev.atelier.domain.run;

import dev.atelier.domain.workflow.NodeId;

/**
 * A step within its run.
 *
 * @param iteration as {@link Iterations} counts
 */
public record StepId(NodeId node, int iteration) {}
