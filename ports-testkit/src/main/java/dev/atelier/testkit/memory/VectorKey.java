package dev.atelier.testkit.memory;

import dev.atelier.domain.document.DocumentId;

/** What a vector belongs to: what a document says, and the model that has looked at it. */
record VectorKey(DocumentId document, String model, String digest) {}
