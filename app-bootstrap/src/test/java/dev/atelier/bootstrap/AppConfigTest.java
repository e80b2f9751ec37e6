package dev.atelier.bootstrap;

import static dev.atelier.bootstrap.Settings.complete;
import static dev.atelier.bootstrap.Settings.with;
import static dev.atelier.bootstrap.Settings.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.job.Queue;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.web.Patience;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppConfigTest {

    private static final String SECRET = "jwtsecret-of-this-project-alone-1234567890";

    @Test
    void what_is_not_set_has_the_documented_default() {
        var config = AppConfig.read(complete(), Role.BACKEND);

        assertEquals(10, config.database().poolSize());
        assertEquals(config.database().url(), config.migrations());
        assertEquals(8000, config.http().port());
        assertEquals("0.0.0.0", config.http().host());
        assertEquals(104_857_600, config.http().uploadMaxBytes());
        assertFalse(config.http().anonymousUsers());
        assertEquals(Optional.empty(), config.auth().sharedSecret());
        assertEquals(104_857_600, config.core().uploadMaxBytes());
        assertEquals(Optional.empty(), config.core().userCostLimitUsdPerDay());
        assertEquals(new BigDecimal("0.10"), config.core().unpricedCallUsd());
        assertEquals(8, config.worker().concurrency());
        assertEquals(Set.of(Queue.INTERACTIVE, Queue.BULK), config.worker().queues());
        assertEquals(4, config.worker().jobsPerUser());
        assertEquals(WorkerOptions.DEFAULT, config.worker());
        assertEquals(Optional.empty(), config.metricsPort());
        assertEquals(Optional.empty(), config.models());
        assertEquals(Optional.empty(), config.webSearch());
        assertEquals(Optional.empty(), config.mail());
    }

    @Test
    void services_of_others_have_their_own_addresses_by_default() {
        var config = AppConfig.read(withServices(), Role.WORKER);

        var models = config.models().orElseThrow();
        assertEquals(URI.create("https://openrouter.ai/api/v1"), models.baseUrl());
        assertEquals("openai/gpt-4o-mini", models.textModel());
        assertEquals("google/gemini-2.5-flash-image", models.imageModel());
        assertEquals("openai/text-embedding-3-small", models.embeddingModel());
        assertEquals(1_536, models.embeddingDimension());
        assertEquals(32_000, models.maxTokens());
        assertEquals(Patience.DEFAULT, models.patience());
        var search = config.webSearch().orElseThrow();
        assertEquals(URI.create("https://api.tavily.com"), search.baseUrl());
        assertEquals(Duration.ofMinutes(1), search.patience().total());
        var mail = config.mail().orElseThrow();
        assertEquals(URI.create("https://api.brevo.com"), mail.baseUrl());
        assertEquals("Atelier", mail.from().name());
        assertEquals(Duration.ofSeconds(30), mail.patience().total());
    }

    @Test
    void services_of_others_can_be_elsewhere() {
        var settings = withServices();
        settings.put("OPENROUTER_BASE_URL", "https://models.example.com/v1");
        settings.put("OPENROUTER_TEXT_MODEL", "example/text");
        settings.put("OPENROUTER_IMAGE_MODEL", "example/image");
        settings.put("TAVILY_BASE_URL", "http://localhost:1");
        settings.put("BREVO_BASE_URL", "http://localhost:2");
        settings.put("FROM_NAME", "The Studio");

        var config = AppConfig.read(settings, Role.BACKEND);

        var models = config.models().orElseThrow();
        assertEquals(URI.create("https://models.example.com/v1"), models.baseUrl());
        assertEquals("orsecret", models.apiKey());
        assertEquals("example/text", models.textModel());
        assertEquals("example/image", models.imageModel());
        assertEquals(
                URI.create("http://localhost:1"),
                config.webSearch().orElseThrow().baseUrl());
        assertEquals("tvlysecret", config.webSearch().orElseThrow().apiKey());
        assertEquals(
                URI.create("http://localhost:2"), config.mail().orElseThrow().baseUrl());
        assertEquals("brevosecret", config.mail().orElseThrow().apiKey());
        assertEquals("atelier@example.com", config.mail().orElseThrow().from().address());
        assertEquals("The Studio", config.mail().orElseThrow().from().name());
    }

    @Test
    void openrouter_is_the_default_and_needs_its_key() {
        var settings = without(without(withServices(), "OPENROUTER_API_KEY"), "AI_PROVIDER");

        for (var role : List.of(Role.BACKEND, Role.WORKER)) {
            var faults = faults(settings, role);
            assertEquals(1, faults.size(), faults::toString);
            assertTrue(faults.getFirst().startsWith("OPENROUTER_API_KEY: is not set. Set it, for example "));
        }
    }

    @Test
    void mail_needs_a_sender() {
        var faults = faults(without(withServices(), "FROM_EMAIL"), Role.WORKER);

        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith("FROM_EMAIL: is not set. Set it, for example "), faults::toString);
    }

    private static Map<String, String> withServices() {
        var settings = new HashMap<>(complete());
        settings.put("AI_PROVIDER", "openrouter");
        settings.put("OPENROUTER_API_KEY", "orsecret");
        settings.put("TAVILY_API_KEY", "tvlysecret");
        settings.put("BREVO_API_KEY", "brevosecret");
        settings.put("FROM_EMAIL", "atelier@example.com");
        return settings;
    }

    @Test
    void every_variable_reaches_its_adapter() {
        var settings = new HashMap<>(complete());
        settings.put("DIRECT_URL", "postgres://owner@db.example.com/postgres");
        settings.put("DATABASE_POOL_SIZE", "3");
        settings.put("PORT", "9000");
        settings.put("UPLOAD_MAX_BYTES", "1000");
        settings.put("WORKER_CONCURRENCY", "2");
        settings.put("ALLOW_ANONYMOUS_USERS", "true");
        settings.put("SUPABASE_JWT_SECRET", SECRET);
        settings.put("WORKER_QUEUES", "bulk");
        settings.put("WORKER_JOBS_PER_USER", "7");
        settings.put("USER_COST_LIMIT_USD_PER_DAY", "2.50");
        settings.put("UNPRICED_CALL_USD", "0");
        settings.put("METRICS_PORT", "9001");
        settings.put("FRONTEND_URL", "https://app.example.com/, http://localhost:3000");

        var config = AppConfig.read(settings, Role.BACKEND);

        assertEquals(
                "postgresql://postgres@localhost:5432/postgres",
                config.database().url().toString());
        assertEquals(
                "postgresql://owner@db.example.com:5432/postgres",
                config.migrations().toString());
        assertEquals(3, config.database().poolSize());
        assertEquals(9000, config.http().port());
        assertEquals(1000, config.http().uploadMaxBytes());
        assertEquals(1000, config.core().uploadMaxBytes());
        assertEquals(2, config.worker().concurrency());
        assertEquals(Set.of(Queue.BULK), config.worker().queues());
        assertEquals(7, config.worker().jobsPerUser());
        assertEquals(Optional.of(9001), config.metricsPort());
        assertEquals(Optional.of(new BigDecimal("2.50")), config.core().userCostLimitUsdPerDay());
        assertEquals(BigDecimal.ZERO, config.core().unpricedCallUsd());
        assertEquals(
                Set.of("https://app.example.com", "http://localhost:3000"),
                config.http().allowedOrigins());
        assertEquals(
                URI.create("https://account.r2.cloudflarestorage.com"),
                config.storage().endpoint());
        assertEquals("accesskey", config.storage().accessKey());
        assertEquals("r2secret", config.storage().secretKey());
        assertEquals("atelier", config.storage().bucket());
        assertEquals(URI.create("https://files.example.com"), config.storage().publicUrl());
        assertEquals(
                URI.create("redis://:redissecret@redis:6379/2"), config.queue().url());
        assertEquals("https://abcdefgh.supabase.co/auth/v1", config.auth().issuer());
        assertEquals(Optional.of(SECRET), config.auth().sharedSecret());
        assertTrue(config.http().anonymousUsers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL",
                "SUPABASE_URL",
                "R2_ENDPOINT",
                "R2_ACCESS_KEY",
                "R2_SECRET_KEY",
                "R2_BUCKET",
                "R2_PUBLIC_URL",
                "REDIS_URL",
                "FRONTEND_URL"
            })
    void a_backend_without_what_it_needs_is_told_how_to_set_it(String name) {
        assertEquals(1, faults(without(complete(), name), Role.BACKEND).size());
        // Compose files write what is not set as nothing.
        for (String nothing : List.of("", "  ")) {
            var fault = faults(with(complete(), name, nothing), Role.BACKEND).getFirst();
            assertTrue(fault.startsWith(name + ": is not set. Set it, for example "), fault);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, mysql://localhost/db",
        "DIRECT_URL, nonsense",
        "DATABASE_POOL_SIZE, 0",
        "DATABASE_POOL_SIZE, 501",
        "SUPABASE_URL, abcdefgh.supabase.co",
        "SUPABASE_URL, ftp://abcdefgh.supabase.co",
        "SUPABASE_JWT_SECRET, a-secret-of-thirty-one-bytes---",
        "ALLOW_ANONYMOUS_USERS, yes",
        "R2_ENDPOINT, not an address",
        "R2_PUBLIC_URL, files.example.com",
        "REDIS_URL, http://redis:6379",
        "REDIS_URL, redis://:a b@redis",
        "FRONTEND_URL, app.example.com",
        "PORT, 65536",
        "PORT, -1",
        "PORT, ٨٠٠٠",
        "WORKER_CONCURRENCY, 0",
        "WORKER_CONCURRENCY, many",
        "WORKER_QUEUES, express",
        "WORKER_JOBS_PER_USER, 0",
        "USER_COST_LIMIT_USD_PER_DAY, 0",
        "USER_COST_LIMIT_USD_PER_DAY, -1",
        "USER_COST_LIMIT_USD_PER_DAY, $5",
        "UNPRICED_CALL_USD, much",
        "METRICS_PORT, 65536",
        "UPLOAD_MAX_BYTES, 100MB",
        "LOG_LEVEL, verbose",
        "LOG_FORMAT, xml",
        "APP_ENV, staging",
        "AI_PROVIDER, magic",
        "OPENROUTER_BASE_URL, openrouter.ai",
        "TAVILY_BASE_URL, tavily",
        "TAVILY_API_KEY, tvly secret",
        "BREVO_BASE_URL, ftp://brevo",
        "FROM_EMAIL, Atelier <atelier@example.com>"
    })
    void a_wrong_value_is_a_fault_that_names_its_variable(String name, String value) {
        var faults = faults(with(complete(), name, value), Role.BACKEND);

        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith(name + ": "), faults::toString);
    }

    @Test
    void all_faults_are_told_at_once() {
        var faults = faults(Map.of("PORT", "x", "LOG_LEVEL", "y", "AI_PROVIDER", "offline"), Role.BACKEND);

        assertEquals(
                Set.of(
                        "DATABASE_URL",
                        "SUPABASE_URL",
                        "R2_ENDPOINT",
                        "R2_ACCESS_KEY",
                        "R2_SECRET_KEY",
                        "R2_BUCKET",
                        "R2_PUBLIC_URL",
                        "REDIS_URL",
                        "FRONTEND_URL",
                        "PORT",
                        "LOG_LEVEL",
                        "AI_PROVIDER"),
                Set.copyOf(faults.stream()
                        .map(fault -> fault.substring(0, fault.indexOf(':')))
                        .toList()));
        assertEquals(12, faults.size());
    }

    @Test
    void neither_settings_nor_faults_show_a_secret() {
        var config = AppConfig.read(with(withServices(), "SUPABASE_JWT_SECRET", SECRET), Role.BACKEND);
        var wrong = new HashMap<>(complete());
        wrong.put("DATABASE_URL", "postgresql://postgres:dbsecret@localhost:99999/postgres");
        wrong.put("REDIS_URL", "redis://:redissecret @redis");
        wrong.put("SUPABASE_JWT_SECRET", "jwtsecret");
        wrong.put("AI_PROVIDER", "openrouter");
        wrong.put("OPENROUTER_API_KEY", "orsecret 1");
        wrong.put("TAVILY_API_KEY", "tvlysecret 1");
        wrong.put("BREVO_API_KEY", "brevosecret 1");

        for (String text :
                List.of(config.toString(), faults(wrong, Role.BACKEND).toString())) {
            for (String secret : List.of(
                    "dbsecret", "r2secret", "redissecret", "jwtsecret", "orsecret", "tvlysecret", "brevosecret")) {
                assertFalse(text.contains(secret), () -> secret + " is in " + text);
            }
        }
    }

    @Test
    void a_worker_needs_neither_supabase_nor_frontend() {
        var config = AppConfig.read(without(without(complete(), "SUPABASE_URL"), "FRONTEND_URL"), Role.WORKER);

        assertEquals(Optional.empty(), config.core().frontend());
    }

    @Test
    void links_in_mails_lead_to_the_first_origin_of_the_frontend() {
        var settings = with(complete(), "FRONTEND_URL", "https://b.example.com:444/app, https://a.example.com");

        for (var role : List.of(Role.BACKEND, Role.WORKER)) {
            assertEquals(
                    Optional.of(URI.create("https://b.example.com:444")),
                    AppConfig.read(settings, role).core().frontend());
        }
    }

    @Test
    void migrations_need_the_database_alone() {
        var config = AppConfig.read(Map.of("DATABASE_URL", "postgresql://postgres@localhost/postgres"), Role.MIGRATE);

        assertEquals(
                "postgresql://postgres@localhost:5432/postgres",
                config.migrations().toString());
    }

    @Test
    void production_is_the_default_and_refuses_models_that_only_imitate() {
        for (var settings : List.of(without(complete(), "APP_ENV"), with(complete(), "APP_ENV", "production"))) {
            for (var role : List.of(Role.BACKEND, Role.WORKER)) {
                var fault = faults(settings, role).getFirst();
                assertTrue(fault.startsWith("AI_PROVIDER: is offline, which only imitates models"), fault);
            }
        }
    }

    @Test
    void offline_models_need_the_one_for_search_on_the_class_path() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            var fault = faults(complete(), Role.WORKER).getFirst();
            assertTrue(fault.startsWith("AI_PROVIDER: is offline, and the model for search"), fault);
        } finally {
            thread.setContextClassLoader(loader);
        }
        assertEquals(
                "offline/all-minilm-l6-v2-q",
                OfflineEmbedder.find().orElseThrow().model());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "super-secret-jwt-token-with-at-least-32-characters-long",
                "your-super-secret-jwt-token-with-at-least-32-characters-long"
            })
    void production_refuses_a_secret_that_everybody_knows(String wellKnown) {
        var settings = with(complete(), "SUPABASE_JWT_SECRET", wellKnown);
        AppConfig.read(settings, Role.BACKEND);

        var faults = faults(with(settings, "APP_ENV", "production"), Role.BACKEND).stream()
                .filter(fault ->
                        fault.startsWith("SUPABASE_JWT_SECRET: is the one that Supabase's local tools begin with"))
                .toList();

        assertEquals(1, faults.size());
        assertFalse(faults.getFirst().contains(wellKnown), faults::toString);
    }

    private static List<String> faults(Map<String, String> settings, Role role) {
        var thrown = assertThrows(ConfigException.class, () -> AppConfig.read(settings, role));
        return String.valueOf(thrown.getMessage())
                .lines()
                .skip(1)
                .map(String::strip)
                .toList();
    }
}
