package dev.atelier.bootstrap;

import dev.atelier.adapter.ai.OpenRouter;
import dev.atelier.adapter.ai.Tavily;
import dev.atelier.adapter.brevo.BrevoAdapter;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.r2.R2Adapter;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.Finding.Severity;
import dev.atelier.port.out.health.HealthProbe;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines the settings and the services, all of these at once, one line for each finding. No line holds a secret. */
final class Doctor {

    private static final String SETTINGS = "settings";

    /** No examination takes longer; what each one waits for has a shorter time of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    private final InstantSource clock;

    /** @param clock this machine's, which is compared with those of others */
    Doctor(Map<String, String> environment, PrintStream out, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.clock = clock;
    }

    /** Whether nothing has failed. */
    boolean examine() {
        AppConfig config;
        try {
            config = AppConfig.read(environment, Role.BACKEND);
        } catch (ConfigException e) {
            String.valueOf(e.getMessage()).lines().skip(1).forEach(fault -> print("FAILED", SETTINGS, fault.strip()));
            return false;
        }
        try (var resources = new Resources()) {
            boolean fine = report(SETTINGS, settings(config));
            for (var examination : examinations(config, resources).begun()) {
                fine &= report(examination.name(), examination.findings());
            }
            return fine;
        }
    }

    private List<Finding> settings(AppConfig config) {
        var findings = new ArrayList<Finding>();
        new SameProject(config.database().url(), config.auth()).finding().ifPresent(findings::add);
        FrontendPath.finding(environment.getOrDefault("FRONTEND_URL", "")).ifPresent(findings::add);
        if (findings.isEmpty()) {
            findings.add(Finding.ok("%s, %s, %s".formatted(config.database().url(), config.storage(), config.queue())));
        }
        return findings;
    }

    private Examinations examinations(AppConfig config, Resources resources) {
        var all = new Examinations(PATIENCE);
        var storage = resources.add(R2Adapter.open(config.storage()));
        var redis = resources.add(RedisAdapter.open(config.queue()));
        var auth = resources.add(SupabaseAuth.open(config.auth(), clock));
        all.begin("database", () -> PostgresAdapter.examine(config.database(), config.pgvector(), clock));
        all.begin("storage", () -> storage.examine(config.http().allowedOrigins(), clock));
        all.begin("queue", redis::examine);
        all.begin("auth", auth::examine);
        all.begin("models", models(config, resources));
        all.begin("search", search(config, resources));
        all.begin("mail", mail(config, resources));
        return all;
    }

    private Supplier<List<Finding>> models(AppConfig config, Resources resources) {
        return config.models()
                .map(models -> resources.add(OpenRouter.open(models, clock)).healthProbe())
                .map(Doctor::answering)
                .orElse(() -> List.of(Finding.warning("offline ones, which only imitate", "")));
    }

    private Supplier<List<Finding>> search(AppConfig config, Resources resources) {
        return config.webSearch()
                .map(search -> resources.add(Tavily.open(search, clock)).healthProbe())
                .map(Doctor::answering)
                .orElse(() -> List.of(
                        config.models().isPresent()
                                ? Finding.warning("none", "Set TAVILY_API_KEY to search the web")
                                : Finding.warning("an offline one, which makes pages up", "")));
    }

    private Supplier<List<Finding>> mail(AppConfig config, Resources resources) {
        var adapter = config.mail().map(mail -> resources.add(BrevoAdapter.open(mail, clock)));
        return adapter.isPresent()
                ? adapter.get()::examine
                : () -> List.of(Finding.warning("none", "Set BREVO_API_KEY and FROM_EMAIL to send mail"));
    }

    private static Supplier<List<Finding>> answering(HealthProbe probe) {
        return () -> {
            probe.probe();
            return List.of(Finding.ok("answers, and takes the key"));
        };
    }

    private boolean report(String name, Supplier<List<Finding>> examination) {
        try {
            return report(name, examination.get());
        } catch (PortFailure e) {
            var remedy = Optional.ofNullable(REMEDIES.get(name)).orElse("");
            return report(name, List.of(Finding.fault(String.valueOf(e.getMessage()), remedy)));
        }
    }

    private boolean report(String name, List<Finding> findings) {
        findings.forEach(finding -> print(
                spelled(finding.severity()),
                name,
                finding.remedy().isEmpty() ? finding.seen() : "%s. %s".formatted(finding.seen(), finding.remedy())));
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.FAULT);
    }

    private static String spelled(Severity severity) {
        return switch (severity) {
            case OK -> "ok";
            case WARNING -> "warning";
            case FAULT -> "FAILED";
        };
    }

    private void print(String result, String name, String seen) {
        out.printf("%-8s %-10s %s%n", result, name, seen.replaceAll("\\R", " "));
    }
}
