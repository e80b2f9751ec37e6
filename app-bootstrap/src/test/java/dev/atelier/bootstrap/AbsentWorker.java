package dev.atelier.bootstrap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A worker in a process of its own, of one hand, with a model and a way to PostgreSQL that nobody else uses. */
record AbsentWorker(WorkerProcess worker, OpenRouterStandIn models, Cable cable, Path log) implements AutoCloseable {

    static AbsentWorker start(Stage stage, byte[] picture, Path log) {
        var models = OpenRouterStandIn.start(picture);
        var cable = Cable.to(stage.stack().postgres().port());
        var settings = new HashMap<>(models.environment(stage.environment()));
        settings.putAll(Map.of(
                "WORKER_CONCURRENCY",
                "1",
                "METRICS_PORT",
                "0",
                "DATABASE_URL",
                cable.instead(String.valueOf(stage.environment().get("DATABASE_URL")))));
        return new AbsentWorker(WorkerProcess.start(settings, log), models, cable, log);
    }

    /** How many texts it has asked for. */
    int texts() {
        return models.prompts("example/text").size();
    }

    Figures figures() {
        return Figures.told(log);
    }

    @Override
    public void close() {
        worker.close();
        models.close();
        cable.close();
    }
}
