package dev.atelier.domain.workflow;

/** Where an edge leaves its source: the {@code sourceHandle} of React Flow, as far as it means something. */
public enum Outlet {
    /** Whatever the source gave. */
    ALWAYS,
    /** Of a conditional: when its condition holds. */
    TRUE,
    /** Of a conditional: when it does not. */
    FALSE,
    /** Of a loop: at each pass. */
    BODY,
    /** Of a loop: after the last pass. */
    DONE
}
