package dev.atelier.application;

/** What came of reading a document. */
sealed interface DocumentReading permits ReadDocument, UnreadableDocument {}
