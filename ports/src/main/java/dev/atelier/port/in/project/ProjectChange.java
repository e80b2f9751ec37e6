package dev.atelier.port.in.project;

import java.util.Optional;

/** What is to change; what is empty stays. */
public record ProjectChange(Optional<String> name, Optional<String> description) {}
