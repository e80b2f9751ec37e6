package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What lies before the calls: the API key, and what browsers ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {

    private AuthServer server;
    private AuthClient client;

    @BeforeAll
    void start() throws Exception {
        server = AuthServer.start();
        client = new AuthClient(server.supabaseUrl());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void withoutTheApiKeyNothingIsAnswered() throws Exception {
        Answer refused = client.send(client.bareRequest("/settings"));
        assertEquals(401, refused.status());
        assertEquals("No API key found in request", refused.text("message"));
    }

    @Test
    void aWrongApiKeyIsRefused() throws Exception {
        Answer refused = client.send(client.bareRequest("/settings").header("apikey", "sb_publishable_other"));
        assertEquals(401, refused.status());
        assertEquals("Invalid API key", refused.text("message"));
    }

    @Test
    void theKeyMayBePartOfTheAddress() throws Exception {
        assertEquals(
                200,
                client.send(client.bareRequest("/settings?apikey=sb_publishable_local"))
                        .status());
    }

    @Test
    void settingsSayThatAddressesNeedNoConfirmation() throws Exception {
        Answer settings = client.send(client.request("/settings"));
        assertEquals(200, settings.status());
        assertTrue(settings.json().path("mailer_autoconfirm").asBoolean());
        assertTrue(settings.json().path("external").path("email").asBoolean());
    }

    @Test
    void healthIsAnswered() throws Exception {
        assertEquals("GoTrue", client.send(client.request("/health")).text("name"));
    }

    @Test
    void theKeySetIsPublicAndMayBeKeptForTenMinutes() throws Exception {
        Answer keys = client.send(client.bareRequest("/.well-known/jwks.json"));
        assertEquals(200, keys.status());
        assertEquals(Optional.of("public, max-age=600"), keys.header("Cache-Control"));
        assertEquals(Optional.of("application/json"), keys.header("Content-Type"));
        assertEquals(1, keys.json().path("keys").size());
        var key = keys.json().path("keys").path(0);
        assertEquals("EC", key.path("kty").asText());
        assertEquals("P-256", key.path("crv").asText());
        assertEquals("ES256", key.path("alg").asText());
        assertEquals("sig", key.path("use").asText());
        assertTrue(key.path("d").isMissingNode(), "the private key is published");
    }

    @Test
    void aBrowserMaySendWhatTheSdkSendsWithoutShowingTheKeyFirst() throws Exception {
        String sent = "apikey,authorization,content-type,x-client-info,x-supabase-api-version";
        Answer preflight = client.send(client.bareRequest("/token?grant_type=password")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", sent));
        assertEquals(200, preflight.status());
        assertEquals(Optional.of("*"), preflight.header("Access-Control-Allow-Origin"));
        String allowed = preflight
                .header("Access-Control-Allow-Headers")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        assertEquals(sent, allowed);
    }

    @Test
    void aBrowserMayReadTheVersionOfAnError() throws Exception {
        Answer refused = client.send(client.request("/user").header("Origin", "http://localhost:3000"));
        assertEquals(401, refused.status());
        assertEquals(Optional.of("*"), refused.header("Access-Control-Allow-Origin"));
        assertTrue(refused.header("Access-Control-Expose-Headers").orElse("").contains("X-Supabase-Api-Version"));
    }

    @Test
    void aBrowserMayReadThatItsKeyIsWrong() throws Exception {
        Answer refused = client.send(client.bareRequest("/user").header("Origin", "http://localhost:3000"));
        assertEquals(401, refused.status());
        assertEquals(Optional.of("*"), refused.header("Access-Control-Allow-Origin"));
    }
}
