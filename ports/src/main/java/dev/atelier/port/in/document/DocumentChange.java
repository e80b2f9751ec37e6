package dev.atelier.port.in.document;

import dev.atelier.domain.document.DocumentStatus;
import java.util.Optional;

/** What is to change; what is empty stays. */
public record DocumentChange(Optional<String> title, Optional<String> content, Optional<DocumentStatus> status) {}
