package dev.atelier.bootstrap;

import dev.atelier.adapter.ai.OpenRouterSettings;
import dev.atelier.adapter.ai.TavilySettings;
import dev.atelier.adapter.brevo.BrevoSettings;
import dev.atelier.adapter.http.HttpSettings;
import dev.atelier.adapter.http.token.SupabaseAuthSettings;
import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.adapter.postgres.PostgresSettings;
import dev.atelier.adapter.r2.R2Settings;
import dev.atelier.adapter.redis.RedisSettings;
import dev.atelier.application.CoreSettings;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.search.PassageIndex;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that can be set, read from the environment once. The settings of each adapter keep their own secrets out of
 * their {@code toString}.
 *
 * @param migrations the address for migrations, which a transaction pooler does not serve well
 * @param pgvector whether the database has to have it
 * @param metricsPort where a worker shows its figures to Prometheus; empty for nowhere
 * @param traces the collector of OpenTelemetry that spans are sent to; empty for none
 * @param models empty for those that run inside the process
 * @param webSearch empty when there is none
 * @param mail empty when none is sent
 */
record AppConfig(
        PostgresSettings database,
        DatabaseUrl migrations,
        Pgvector pgvector,
        R2Settings storage,
        RedisSettings queue,
        SupabaseAuthSettings auth,
        HttpSettings http,
        CoreSettings core,
        WorkerOptions worker,
        Optional<Integer> metricsPort,
        Optional<URI> traces,
        Optional<OpenRouterSettings> models,
        Optional<TavilySettings> webSearch,
        Optional<BrevoSettings> mail) {

    private static final DatabaseUrl NO_DATABASE = DatabaseUrl.parse("postgresql://nobody@localhost/none");
    private static final URI NO_ADDRESS = URI.create("http://localhost");
    private static final String DATABASE_EXAMPLE =
            "postgresql://postgres.REF:PASSWORD@aws-0-REGION.pooler.supabase.com:5432/postgres";
    private static final String SECRET_EXAMPLE = "the legacy JWT secret of the project's settings, at least 32 bytes";
    private static final int MAX_PORT = 65_535;
    private static final String SENDER = "atelier@example.com";
    private static final long MEBIBYTE = 1024L * 1024;

    /**
     * Reads the settings that {@code role} needs.
     *
     * @throws ConfigException with all faults at once
     */
    static AppConfig read(Map<String, String> variables, Role role) {
        var environment = new Environment(variables);
        var reader = new Reader(environment, role);
        var config = reader.read();
        environment.orThrow();
        return config;
    }

    /** Reads group after group. */
    private record Reader(Environment environment, Role role) {

        AppConfig read() {
            var url = environment.required("DATABASE_URL", DATABASE_EXAMPLE, DatabaseUrl::parse, NO_DATABASE);
            var direct = environment
                    .optional("DIRECT_URL", DATABASE_EXAMPLE, DatabaseUrl::parse)
                    .orElse(url);
            long poolSize = environment.number("DATABASE_POOL_SIZE", PostgresSettings.DEFAULT_POOL_SIZE, 1, 500);
            long uploadMaxBytes =
                    environment.number("UPLOAD_MAX_BYTES", 100 * MEBIBYTE, 1, R2Settings.LARGEST_OBJECT_BYTES);
            logging();
            boolean production = environment
                    .choice("APP_ENV", "production", "production", "development")
                    .equals("production");
            var models = models(production);
            var origins = origins();
            return new AppConfig(
                    new PostgresSettings(url, (int) poolSize),
                    direct,
                    production ? Pgvector.REQUIRED : Pgvector.WHERE_AVAILABLE,
                    storage(),
                    queue(),
                    auth(production),
                    http(uploadMaxBytes, origins),
                    costs(core(uploadMaxBytes, origins)),
                    worker(),
                    environment.optional("METRICS_PORT", "9000", Reader::port),
                    environment.optional(
                            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", Environment::webAddress),
                    models,
                    webSearch(),
                    mail());
        }

        /** Links in mails lead to the first of the frontend's origins. A worker needs none, and then writes mails without links. */
        private static CoreSettings core(long uploadMaxBytes, List<String> origins) {
            var settings = CoreSettings.DEFAULT.withUploadMaxBytes(uploadMaxBytes);
            return origins.stream()
                    .findFirst()
                    .map(URI::create)
                    .map(settings::withFrontend)
                    .orElse(settings);
        }

        private CoreSettings costs(CoreSettings core) {
            var limited = environment
                    .optional("USER_COST_LIMIT_USD_PER_DAY", "5.00", value -> usd(value, true))
                    .map(core::withUserCostLimitUsdPerDay)
                    .orElse(core);
            return environment
                    .optional("UNPRICED_CALL_USD", "0.10", value -> usd(value, false))
                    .map(limited::withUnpricedCallUsd)
                    .orElse(limited);
        }

        private static BigDecimal usd(String value, boolean aboveZero) {
            if (!value.matches("[0-9]{1,9}([.][0-9]{1,9})?") || (aboveZero && new BigDecimal(value).signum() == 0)) {
                throw new IllegalArgumentException(
                        "must be an amount of US dollars%s, with a point".formatted(aboveZero ? " above 0" : ""));
            }
            return new BigDecimal(value);
        }

        private WorkerOptions worker() {
            var standard = WorkerOptions.DEFAULT;
            return standard.withConcurrency(
                            (int) environment.number("WORKER_CONCURRENCY", standard.concurrency(), 1, 1_000))
                    .withJobsPerUser(
                            (int) environment.number("WORKER_JOBS_PER_USER", standard.jobsPerUser(), 1, 100_000))
                    .withQueues(environment
                            .optional("WORKER_QUEUES", "interactive,bulk", Reader::queues)
                            .orElse(standard.queues()));
        }

        private static Set<Queue> queues(String value) {
            try {
                return Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .map(Queue::parse)
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("must be some of " + Arrays.toString(Queue.values()), e);
            }
        }

        private static Integer port(String value) {
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
                throw new IllegalArgumentException("must be a whole number from 0 to " + MAX_PORT);
            }
            return Integer.valueOf(value);
        }

        private R2Settings storage() {
            if (role == Role.MIGRATE) {
                return R2Settings.of(NO_ADDRESS, "", "", "", NO_ADDRESS);
            }
            return R2Settings.of(
                    address("R2_ENDPOINT", "https://ACCOUNT.r2.cloudflarestorage.com"),
                    text("R2_ACCESS_KEY", "the access key id of an R2 API token"),
                    text("R2_SECRET_KEY", "the secret access key of that token"),
                    text("R2_BUCKET", "atelier"),
                    address("R2_PUBLIC_URL", "https://files.example.com"));
        }

        private RedisSettings queue() {
            var nowhere = new RedisSettings(URI.create("redis://localhost"));
            return role == Role.MIGRATE || role == Role.SWEEP
                    ? nowhere
                    : environment.required(
                            "REDIS_URL", "redis://redis:6379", value -> new RedisSettings(address(value)), nowhere);
        }

        /** A user's slip in a Redis address must not print the password that it holds. */
        private static URI address(String value) {
            try {
                return new URI(value);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(
                        "is not an address; percent-encode what is special in the password", e);
            }
        }

        private SupabaseAuthSettings auth(boolean production) {
            var auth = SupabaseAuthSettings.of(
                    role == Role.BACKEND ? address("SUPABASE_URL", "https://REF.supabase.co") : NO_ADDRESS);
            return role == Role.BACKEND
                    ? environment
                            .optional("SUPABASE_JWT_SECRET", SECRET_EXAMPLE, auth::withSharedSecret)
                            .map(withSecret -> secretive(withSecret, production))
                            .orElse(auth)
                    : auth;
        }

        private SupabaseAuthSettings secretive(SupabaseAuthSettings auth, boolean production) {
            if (production && auth.hasWellKnownSecret()) {
                environment.fault(
                        "SUPABASE_JWT_SECRET",
                        "is the one that Supabase's local tools begin with, so that anybody can sign tokens with it",
                        "Set it to " + SECRET_EXAMPLE + ", or remove it where the project has signing keys");
            }
            return auth;
        }

        private List<String> origins() {
            return role == Role.BACKEND
                    ? environment.required(
                            "FRONTEND_URL", "https://app.example.com", Reader::origins, List.<String>of())
                    : environment
                            .optional("FRONTEND_URL", "https://app.example.com", Reader::origins)
                            .orElse(List.of());
        }

        private HttpSettings http(long uploadMaxBytes, List<String> origins) {
            return HttpSettings.of(
                            (int) environment.number("PORT", 8000, 0, MAX_PORT), Set.copyOf(origins), uploadMaxBytes)
                    .withAnonymousUsers(environment
                            .choice("ALLOW_ANONYMOUS_USERS", "false", "true", "false")
                            .equals("true"));
        }

        private static List<String> origins(String value) {
            return Arrays.stream(value.split(","))
                    .map(String::strip)
                    .map(Environment::webAddress)
                    .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
                    .toList();
        }

        private void logging() {
            environment.choice("LOG_LEVEL", "info", "error", "warn", "info", "debug", "trace");
            environment.choice("LOG_FORMAT", "json", "json", "text");
        }

        private Optional<OpenRouterSettings> models(boolean production) {
            var provider = environment.choice("AI_PROVIDER", "openrouter", "openrouter", "offline");
            var url = optionalAddress("OPENROUTER_BASE_URL", OpenRouterSettings.DEFAULT_BASE_URL);
            if (role == Role.MIGRATE || role == Role.SWEEP) {
                return Optional.empty();
            }
            if (provider.equals("offline") && production) {
                environment.fault(
                        "AI_PROVIDER",
                        "is offline, which only imitates models and is refused with APP_ENV=production",
                        "Set AI_PROVIDER=openrouter, or APP_ENV=development on a machine of your own");
            } else if (provider.equals("offline") && OfflineEmbedder.find().isEmpty()) {
                environment.fault(
                        "AI_PROVIDER",
                        "is offline, and the model for search that belongs to it is not on the class path",
                        "Start with bin/atelier in a checkout that has been built, or set AI_PROVIDER=openrouter");
            }
            return provider.equals("openrouter")
                    ? Optional.of(OpenRouterSettings.of(
                                    url,
                                    required("OPENROUTER_API_KEY", "sk-or-v1-... from openrouter.ai/keys", Reader::key),
                                    environment
                                            .find("OPENROUTER_TEXT_MODEL")
                                            .orElse(OpenRouterSettings.DEFAULT_TEXT_MODEL),
                                    environment
                                            .find("OPENROUTER_IMAGE_MODEL")
                                            .orElse(OpenRouterSettings.DEFAULT_IMAGE_MODEL))
                            .withEmbedding(embeddingModel()))
                    : Optional.empty();
        }

        private EmbeddingModel embeddingModel() {
            var standard = OpenRouterSettings.DEFAULT_EMBEDDING_MODEL;
            return new EmbeddingModel(
                    environment.find("OPENROUTER_EMBEDDING_MODEL").orElse(standard.name()), (int) environment.number(
                            "OPENROUTER_EMBEDDING_DIMENSION", standard.dimension(), 1, PassageIndex.DIMENSION_MAX));
        }

        private Optional<TavilySettings> webSearch() {
            var url = optionalAddress("TAVILY_BASE_URL", TavilySettings.DEFAULT_BASE_URL);
            return environment
                    .optional("TAVILY_API_KEY", "tvly-... from app.tavily.com", Reader::key)
                    .map(key -> TavilySettings.of(url, key));
        }

        private Optional<BrevoSettings> mail() {
            var url = optionalAddress("BREVO_BASE_URL", BrevoSettings.DEFAULT_BASE_URL);
            var name = environment.find("FROM_NAME").orElse("Atelier");
            if (environment.find("BREVO_API_KEY").isEmpty()) {
                environment.optional("FROM_EMAIL", SENDER, value -> BrevoSettings.of(url, "", value, name));
                return Optional.empty();
            }
            var key = required("BREVO_API_KEY", "xkeysib-... from app.brevo.com", Reader::key);
            return Optional.of(environment.required(
                    "FROM_EMAIL",
                    SENDER,
                    value -> BrevoSettings.of(url, key, value, name),
                    BrevoSettings.of(url, key, SENDER, name)));
        }

        /** A key travels in a header, where a blank or a line break inside would be a riddle. */
        private static String key(String value) {
            if (!value.matches("[!-~]+")) {
                throw new IllegalArgumentException("holds characters that no key has");
            }
            return value;
        }

        private URI optionalAddress(String name, URI fallback) {
            return environment
                    .optional(name, fallback.toString(), Environment::webAddress)
                    .orElse(fallback);
        }

        private String required(String name, String example, Function<String, String> read) {
            return environment.required(name, example, read, "");
        }

        private URI address(String name, String example) {
            return environment.required(name, example, Environment::webAddress, NO_ADDRESS);
        }

        private String text(String name, String example) {
            return required(name, example, Function.identity());
        }
    }
}
