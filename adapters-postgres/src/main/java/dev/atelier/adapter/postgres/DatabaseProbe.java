package dev.atelier.adapter.postgres;

import dev.atelier.port.out.health.HealthProbe;

final class DatabaseProbe implements HealthProbe {

    private final Database database;

    DatabaseProbe(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void probe() {
        database.read(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    }
}
