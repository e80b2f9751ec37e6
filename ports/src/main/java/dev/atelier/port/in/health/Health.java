package dev.atelier.port.in.health;

/** Whether what this process needs works. */
public interface Health {

    /** Looks at everything at once. The report may be a few seconds old. Never an exception because something is down. */
    HealthReport report();
}
