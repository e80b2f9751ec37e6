package dev.atelier.bootstrap;

import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.HealthProbe;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Examines the settings and the services, one line each. No line holds a secret. */
final class Doctor {

    private static final Map<String, String> REMEDIES = Map.of(
            "database", "Check DATABASE_URL, and that the server lets this machine in",
            "storage", "Check R2_ENDPOINT, R2_BUCKET and the two keys, and what the token may do",
            "queue", "Check REDIS_URL, and that the server runs",
            "auth", "Check SUPABASE_URL, and that the project has signing keys");

    private final Map<String, String> environment;
    private final PrintStream out;

    Doctor(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /** Whether nothing has failed. */
    boolean examine() {
        AppConfig config;
        try {
            config = AppConfig.read(environment, Role.BACKEND);
        } catch (ConfigException e) {
            String.valueOf(e.getMessage()).lines().skip(1).forEach(fault -> print("FAILED", "settings", fault.strip()));
            return false;
        }
        print("ok", "settings", "%s, %s, %s".formatted(config.database().url(), config.storage(), config.queue()));
        try (var resources = new Resources()) {
            var probes = List.of(
                    resources.add(PostgresAdapter.open(config.database())).healthProbe(),
                    resources.add(R2Adapter.open(config.storage())).healthProbe(),
                    resources.add(RedisAdapter.open(config.queue())).healthProbe(),
                    resources
                            .add(SupabaseAuth.open(config.auth(), InstantSource.system()))
                            .healthProbe());
            return probes.stream().map(this::works).reduce(true, Boolean::logicalAnd);
        }
    }

    private boolean works(HealthProbe probe) {
        try {
            probe.probe();
            print("ok", probe.name(), "answers");
            return true;
        } catch (PortFailure e) {
            print("FAILED", probe.name(), "%s. %s".formatted(e.getMessage(), REMEDIES.getOrDefault(probe.name(), "")));
            return false;
        }
    }

    private void print(String result, String name, String seen) {
        out.printf("%-8s %-10s %s%n", result, name, seen);
    }
}
