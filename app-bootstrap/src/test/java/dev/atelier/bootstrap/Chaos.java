package dev.atelier.bootstrap;

import dev.atelier.local.LocalPostgres;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.LocalStack;
import dev.atelier.local.LocalStackOptions;
import dev.atelier.local.PostgresOptions;
import dev.atelier.local.RedisOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Servers, a backend and three workers in processes of their own, and what goes wrong with them. */
final class Chaos implements AutoCloseable {

    /** Longer than a lease: whoever wakes up after that has lost its jobs. */
    private static final Duration PAUSE = Duration.ofSeconds(17);

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Path data;
    private final LocalStack stack;
    private final Map<String, String> environment;
    private final App backend;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private LocalPostgres postgres;
    private LocalRedis redis;

    private Chaos(Path data, LocalStack stack, Map<String, String> environment) {
        this.data = data;
        this.stack = stack;
        this.environment = environment;
        this.postgres = stack.postgres();
        this.redis = stack.redis();
        this.backend = App.startBackend(AppConfig.read(environment, Role.BACKEND));
        for (int i = 0; i < 3; i++) {
            workers.add(WorkerProcess.start(environment));
        }
    }

    static Chaos start(Path data) {
        var stack = LocalStack.start(new LocalStackOptions(
                Optional.of(data),
                LocalStackOptions.DEFAULT_SUPABASE_HOST,
                0,
                0,
                false,
                0,
                0,
                0,
                List.of(LocalStackOptions.DEFAULT_SITE_URL)));
        var settings = new HashMap<>(stack.environment());
        settings.putAll(Map.of(
                "APP_ENV", "development",
                "AI_PROVIDER", "offline",
                "FRONTEND_URL", "http://localhost:3000",
                "PORT", "0"));
        return new Chaos(data, stack, Map.copyOf(settings));
    }

    Map<String, String> environment() {
        return environment;
    }

    int port() {
        return backend.port();
    }

    LocalPostgres postgres() {
        return postgres;
    }

    /** What has gone wrong so far. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Each kind of thing goes wrong so many times, in an order that {@code seed} decides. */
    void happen(int times, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < times; i++) {
            var all = new ArrayList<Runnable>(List.of(
                    () -> kill(random), () -> pause(random), this::flush, this::restartRedis, this::restartPostgres));
            Collections.shuffle(all, random);
            all.forEach(disturbance -> {
                sleep(BETWEEN);
                disturbance.run();
            });
        }
    }

    private void kill(Random random) {
        tell("a worker is killed");
        workers.remove(random.nextInt(workers.size())).kill();
        workers.add(WorkerProcess.start(environment));
    }

    private void pause(Random random) {
        tell("a worker is stopped, and goes on " + PAUSE.toSeconds() + " s later");
        var worker = workers.get(random.nextInt(workers.size()));
        worker.signal("STOP");
        sleep(PAUSE);
        worker.signal("CONT");
    }

    private void flush() {
        tell("all keys of Redis are removed");
        RedisCommand.send(URI.create(redis.url()), "FLUSHALL");
    }

    private void restartRedis() {
        tell("Redis is restarted");
        int port = redis.port();
        redis.close();
        redis = LocalRedis.start(new RedisOptions(port, Optional.of(data.resolve("redis"))));
    }

    private void restartPostgres() {
        tell("PostgreSQL is restarted");
        int port = postgres.port();
        postgres.close();
        postgres = LocalPostgres.start(PostgresOptions.keptIn(data.resolve("postgres"), port));
    }

    private void tell(String what) {
        told.add(what);
        System.out.println("chaos: " + what);
    }

    private static void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
        backend.close();
        try (stack;
                var lastRedis = redis;
                var lastPostgres = postgres) {
            told.clear();
        }
    }
}
