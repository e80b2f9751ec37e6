package dev.atelier.port.in.account;

import java.util.Optional;

/** What is to change; what is empty stays. */
public record ProfileChange(Optional<String> fullName) {}
