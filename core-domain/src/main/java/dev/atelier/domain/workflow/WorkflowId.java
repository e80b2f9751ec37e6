package dev.atelier.domain.workflow;

import java.util.UUID;

public record WorkflowId(UUID value) {}
