package dev.atelier.domain.workflow;

/** How a text step is asked to write. */
public enum OutputFormat {
    TEXT,
    /** An object, whose top-level keys become fields of the step's output. */
    JSON,
    /** Markdown, whose headings become fields of the step's output. */
    MARKDOWN
}
