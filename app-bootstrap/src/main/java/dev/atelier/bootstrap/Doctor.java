package dev.atelier.bootstrap;

import dev.atelier.adapter.ai.OpenRouter;
import dev.atelier.adapter.ai.Tavily;
import dev.atelier.adapter.brevo.BrevoAdapter;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.HealthProbe;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines the settings and the services, one line each. No line holds a secret. */
final class Doctor {

    private static final Map<String, String> REMEDIES = Map.of(
            "database", "Check DATABASE_URL, and that the server lets this machine in",
            "storage", "Check R2_ENDPOINT, R2_BUCKET and the two keys, and what the token may do",
            "queue", "Check REDIS_URL, and that the server runs",
            "auth", "Check SUPABASE_URL, and that the project has signing keys",
            "models", "Check OPENROUTER_API_KEY and OPENROUTER_BASE_URL",
            "search", "Check TAVILY_API_KEY and TAVILY_BASE_URL",
            "mail", "Check BREVO_API_KEY and BREVO_BASE_URL");

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
            var clock = InstantSource.system();
            var auth = resources.add(SupabaseAuth.open(config.auth(), clock));
            var redis = resources.add(RedisAdapter.open(config.queue()));
            var probes = new ArrayList<>(List.of(
                    resources.add(PostgresAdapter.open(config.database())).healthProbe(),
                    resources.add(R2Adapter.open(config.storage())).healthProbe(),
                    redis.healthProbe()));
            config.models()
                    .map(models -> resources.add(OpenRouter.open(models, clock)).healthProbe())
                    .ifPresentOrElse(probes::add, () -> warn("models", "offline ones, which only imitate"));
            config.webSearch()
                    .map(search -> resources.add(Tavily.open(search, clock)).healthProbe())
                    .ifPresentOrElse(
                            probes::add,
                            () -> warn(
                                    "search",
                                    config.models().isPresent()
                                            ? "none. Set TAVILY_API_KEY to search the web"
                                            : "an offline one, which makes pages up"));
            config.mail()
                    .map(mail -> resources.add(BrevoAdapter.open(mail, clock)).healthProbe())
                    .ifPresentOrElse(
                            probes::add, () -> warn("mail", "none. Set BREVO_API_KEY and FROM_EMAIL to send mail"));
            boolean others = probes.stream().map(this::works).reduce(true, Boolean::logicalAnd);
            boolean all = works(auth.healthProbe(), () -> unlessSomebodyCanSignIn(auth)) && others;
            advise(redis);
            return all;
        }
    }

    /** Where there are no keys, nothing is broken, and yet nobody is let in. */
    private static Optional<String> unlessSomebodyCanSignIn(SupabaseAuth auth) {
        return auth.hasKeys()
                ? Optional.empty()
                : Optional.of(
                        "answers, and publishes no signing keys, so that every token is refused. Create signing keys"
                                + " in the project's settings, or set SUPABASE_JWT_SECRET to its legacy JWT secret");
    }

    private boolean works(HealthProbe probe) {
        return works(probe, Optional::empty);
    }

    /** @param warning about what answers, and is of no use as it is */
    private boolean works(HealthProbe probe, Supplier<Optional<String>> warning) {
        try {
            probe.probe();
            warning.get()
                    .ifPresentOrElse(
                            seen -> print("warning", probe.name(), seen), () -> print("ok", probe.name(), "answers"));
            return true;
        } catch (PortFailure e) {
            print("FAILED", probe.name(), "%s. %s".formatted(e.getMessage(), REMEDIES.getOrDefault(probe.name(), "")));
            return false;
        }
    }

    private void advise(RedisAdapter redis) {
        try {
            redis.adviceOnServer().ifPresent(advice -> print("warning", "queue", advice));
        } catch (PortFailure told) {
            // by its probe
        }
    }

    private void warn(String name, String seen) {
        print("warning", name, seen);
    }

    private void print(String result, String name, String seen) {
        out.printf("%-8s %-10s %s%n", result, name, seen);
    }
}
