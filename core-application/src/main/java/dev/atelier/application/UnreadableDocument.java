package dev.atelier.application;

/** It has none that could be read. */
record UnreadableDocument(String sentence) implements DocumentReading {}
