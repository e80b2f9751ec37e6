package dev.atelier.local;

import static dev.atelier.local.ErrorMessages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class LocalStackTest {

    @Test
    void theEnvironmentLeadsToEveryServer() throws Exception {
        try (LocalStack stack = LocalStack.start(LocalStackOptions.temporary())) {
            Map<String, String> environment = stack.environment();
            assertEquals(
                    List.of(
                            "DATABASE_URL",
                            "REDIS_URL",
                            "R2_ENDPOINT",
                            "R2_ACCESS_KEY",
                            "R2_SECRET_KEY",
                            "R2_BUCKET",
                            "R2_PUBLIC_URL",
                            "SUPABASE_URL",
                            "SUPABASE_ANON_KEY",
                            "MAILBOX_URL",
                            "BREVO_BASE_URL",
                            "BREVO_API_KEY",
                            "FROM_EMAIL"),
                    List.copyOf(environment.keySet()));
            assertEquals(
                    "postgresql://postgres:postgres@localhost:"
                            + stack.postgres().port() + "/postgres",
                    environment.get("DATABASE_URL"));
            assertEquals("1", Sql.on(stack.postgres().database()).text("select 1"));
            try (RedisClient redis = RedisClient.create(URI.create(value(environment, "REDIS_URL")))) {
                assertEquals("PONG", redis.ping());
            }
            new SignedRequests(new LocalBucket(
                            URI.create(value(environment, "R2_ENDPOINT")),
                            value(environment, "R2_ACCESS_KEY"),
                            value(environment, "R2_SECRET_KEY"),
                            value(environment, "R2_BUCKET")))
                    .put("hello.txt", "text/plain", "hello");
            assertEquals(
                    "hello",
                    get(value(environment, "R2_PUBLIC_URL") + "/hello.txt").body());
            assertEquals(
                    200,
                    get(value(environment, "SUPABASE_URL") + "/auth/v1/.well-known/jwks.json")
                            .statusCode());
            assertEquals(
                    200,
                    get(value(environment, "SUPABASE_URL") + "/auth/v1/settings?apikey="
                                    + value(environment, "SUPABASE_ANON_KEY"))
                            .statusCode());
            assertEquals(
                    "{\"messages\":[]}",
                    get(value(environment, "MAILBOX_URL") + "/api/messages").body());
        }
    }

    @Test
    void aMailOfAuthIsInTheMailboxAndItsLinkLeadsToTheSite() throws Exception {
        LocalStackOptions options = new LocalStackOptions(
                Optional.empty(), "localhost", 0, 0, false, 0, 0, 0, List.of(URI.create("http://localhost:4711")));
        try (LocalStack stack = LocalStack.start(options)) {
            post(stack, "/signup", "{\"email\":\"ida@example.com\",\"password\":\"correct horse\"}");
            post(stack, "/recover", "{\"email\":\"ida@example.com\"}");
            String mails = get(stack.mailbox().url() + "/api/messages").body();
            assertTrue(mails.contains("redirect_to=http%3A%2F%2Flocalhost%3A4711"), mails);
        }
    }

    @Test
    void tokensNameTheHostThatClientsKnowSupabaseBy() throws Exception {
        LocalStackOptions options = new LocalStackOptions(
                Optional.empty(), "127.0.0.1", 0, 0, false, 0, 0, 0, List.of(LocalStackOptions.DEFAULT_SITE_URL));
        try (LocalStack stack = LocalStack.start(options)) {
            String session = post(stack, "/signup", "{\"email\":\"ida@example.com\",\"password\":\"correct horse\"}");
            String payload = session.replaceFirst(".*\"access_token\":\"[^.]*\\.([^.]*)\\..*", "$1");
            String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
            assertTrue(claims.contains("\"iss\":\"" + stack.auth().supabaseUrl() + "/auth/v1\""), claims);
            assertEquals("127.0.0.1", stack.auth().supabaseUrl().getHost());
        }
    }

    @Test
    void aPostgresOfSomebodyElseIsUsedAndLeftRunning() throws Exception {
        try (LocalPostgres theirs = LocalPostgres.start(PostgresOptions.temporary())) {
            LocalStackOptions options = new LocalStackOptions(
                    Optional.empty(),
                    "localhost",
                    0,
                    theirs.port(),
                    true,
                    0,
                    0,
                    0,
                    List.of(LocalStackOptions.DEFAULT_SITE_URL));
            try (LocalStack stack = LocalStack.start(options)) {
                post(stack, "/signup", "{\"email\":\"ida@example.com\",\"password\":\"correct horse\"}");
                assertEquals(theirs.hasVector(), stack.postgres().hasVector());
            }
            assertEquals("ida@example.com", Sql.on(theirs.database()).text("select email from auth.users"));
        }
    }

    private static String post(LocalStack stack, String path, String body) throws Exception {
        HttpResponse<String> response =
                Http.send(HttpRequest.newBuilder(URI.create(stack.auth().supabaseUrl() + "/auth/v1" + path))
                        .header("apikey", value(stack.environment(), "SUPABASE_ANON_KEY"))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    @Test
    void everythingSurvivesARestart(@TempDir Path directory) throws Exception {
        LocalStackOptions options = on(directory, 0, 0, 0, 0, 0);
        String keys;
        try (LocalStack first = LocalStack.start(options)) {
            Sql.on(first.postgres().database()).execute("create table public.kept as select 42 as answer");
            new SignedRequests(first.storage().bucket()).put("kept.txt", "text/plain", "kept");
            try (RedisClient redis = RedisClient.create(URI.create(first.redis().url()))) {
                redis.set("kept", "yes");
            }
            keys = get(first.auth().supabaseUrl() + "/auth/v1/.well-known/jwks.json")
                    .body();
        }
        try (LocalStack second = LocalStack.start(options)) {
            assertEquals("42", Sql.on(second.postgres().database()).text("select answer from public.kept"));
            assertEquals(
                    "kept",
                    get(second.storage().bucket().publicUrl() + "/kept.txt").body());
            try (RedisClient redis =
                    RedisClient.create(URI.create(second.redis().url()))) {
                assertEquals("yes", redis.get("kept"));
            }
            assertEquals(
                    keys,
                    get(second.auth().supabaseUrl() + "/auth/v1/.well-known/jwks.json")
                            .body());
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted(@TempDir Path directory) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            List<LocalStackOptions> each = List.of(
                    on(directory, port, 0, 0, 0, 0),
                    on(directory, 0, port, 0, 0, 0),
                    on(directory, 0, 0, port, 0, 0),
                    on(directory, 0, 0, 0, port, 0),
                    on(directory, 0, 0, 0, 0, port));
            List<String> servers = new ArrayList<>();
            for (LocalStackOptions options : each) {
                PortTakenException error = assertThrows(PortTakenException.class, () -> LocalStack.start(options));
                assertSays(error, "Port " + port);
                servers.add(error.server());
            }
            assertEquals(List.of("Supabase Auth", "PostgreSQL", "Redis", "S3", "the mailbox"), servers);
        }
        try (var files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whenOneServerDoesNotStartTheOthersAreStopped(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("s3"), "no directory");
        int redisPort = Port.free();
        assertThrows(RuntimeException.class, () -> LocalStack.start(on(directory, 0, 0, redisPort, 0, 0)));
        assertThrows(IOException.class, () -> connect(redisPort));
        try (LocalPostgres free = LocalPostgres.start(PostgresOptions.keptIn(directory.resolve("postgres"), 0))) {
            assertTrue(free.port() > 0);
        }
    }

    private static LocalStackOptions on(
            Path directory, int supabasePort, int postgresPort, int redisPort, int storagePort, int mailboxPort) {
        return new LocalStackOptions(
                Optional.of(directory),
                LocalStackOptions.DEFAULT_SUPABASE_HOST,
                supabasePort,
                postgresPort,
                false,
                redisPort,
                storagePort,
                mailboxPort,
                List.of(LocalStackOptions.DEFAULT_SITE_URL));
    }

    private static void connect(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        }
    }

    private static String value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow();
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return Http.send(HttpRequest.newBuilder(URI.create(address)));
    }
}
