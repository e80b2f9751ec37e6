package dev.atelier.adapter.http.token;

import dev.atelier.port.out.health.HealthProbe;

/** @param keys whose address is asked */
record KeySetProbe(KeySetSource keys) implements HealthProbe {

    @Override
    public String name() {
        return "auth";
    }

    @Override
    public void probe() {
        keys.fetch();
    }
}
