package dev.atelier.bootstrap;

/** What a process is for; it decides which settings it needs. */
enum Role {
    BACKEND,
    WORKER,
    MIGRATE,
    SWEEP
}
