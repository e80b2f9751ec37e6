package dev.atelier.port.out.health;

/** Looks whether something outside works. */
public interface HealthProbe {

    /** What is looked at, one word: {@code database}. */
    String name();

    /**
     * Makes the cheapest call that shows that it works, and returns when it does. It gives up by itself after a few
     * seconds.
     *
     * @throws dev.atelier.port.PortFailure when it does not
     */
    void probe();
}
