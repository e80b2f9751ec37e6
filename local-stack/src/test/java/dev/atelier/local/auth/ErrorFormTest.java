package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorFormTest {

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
    void withTheVersionInTheRequestTheCodeIsTheErrorCodeAndTheVersionComesBack() throws Exception {
        Answer refused = client.signIn("nobody@example.com", "wrong password");
        assertEquals(400, refused.status());
        assertEquals(json("{'code':'invalid_credentials','message':'Invalid login credentials'}"), refused.json());
        assertEquals(Optional.of("2024-01-01"), refused.header("X-Supabase-Api-Version"));
    }

    @Test
    void withoutItTheCodeIsTheStatus() throws Exception {
        Answer refused = client.send(client.bareRequest("/token?grant_type=password")
                .header("apikey", LocalSupabaseAuth.PUBLISHABLE_KEY)
                .POST(BodyPublishers.ofString("{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}")));
        assertEquals(400, refused.status());
        assertEquals(
                json("{'code':400,'error_code':'invalid_credentials','msg':'Invalid login credentials'}"),
                refused.json());
        assertTrue(refused.header("X-Supabase-Api-Version").isEmpty());
    }

    @Test
    void aWeakPasswordComesWithTheReason() throws Exception {
        Answer refused = client.post("/signup", Map.of("email", "weak@example.com", "password", "12345"));
        assertEquals(422, refused.status());
        assertEquals(
                json("{'code':'weak_password','message':'Password should be at least 6 characters.',"
                        + "'weak_password':{'reasons':['length']}}"),
                refused.json());
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() throws Exception {
        for (String body : new String[] {"", "{", "[]", "null", "\"text\"", "{\"email\":{}}"}) {
            Answer refused = client.send(client.request("/signup").POST(BodyPublishers.ofString(body)));
            assertEquals(400, refused.status(), body);
            assertEquals("bad_json", refused.text("code"), body);
        }
    }

    @Test
    void aCallThatDoesNotExistIsNotFoundByTheRouterWhichSpeaksNoJson() throws Exception {
        Answer refused = client.send(client.request("/no-such-call"));
        assertEquals(404, refused.status());
        assertEquals("404 page not found\n", refused.response().body());
        assertTrue(refused.header("Content-Type").orElse("").startsWith("text/plain"));
    }

    @Test
    void theMethodOfACallMatters() throws Exception {
        assertEquals(405, client.send(client.request("/signup")).status());
        assertEquals(
                405,
                client.send(client.request("/user").method("DELETE", BodyPublishers.noBody()))
                        .status());
    }

    @Test
    void aLaterVersionInTheRequestCountsAsTheLatestThereIs() throws Exception {
        Answer refused = client.send(
                client.bareRequest("/user?apikey=sb_publishable_local").header("X-Supabase-Api-Version", "2031-01-01"));
        assertEquals("no_authorization", refused.text("code"));
        assertEquals(Optional.of("2024-01-01"), refused.header("X-Supabase-Api-Version"));
    }

    @Test
    void anEarlierVersionOrNoneAtAllHasTheStatusAsCode() throws Exception {
        for (String version : new String[] {"2023-12-31", "latest"}) {
            Answer refused = client.send(
                    client.bareRequest("/user?apikey=sb_publishable_local").header("X-Supabase-Api-Version", version));
            assertEquals("401", refused.text("code"), version);
            assertEquals("no_authorization", refused.text("error_code"), version);
        }
    }

    @Test
    void aGrantThatDoesNotExistIsRefused() throws Exception {
        for (String query : new String[] {"", "?grant_type=client_credentials"}) {
            Answer refused = client.post("/token" + query, Map.of());
            assertEquals(400, refused.status());
            assertEquals("validation_failed", refused.text("code"));
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        String body = "{\"email\":\"" + "x".repeat(2 << 20) + "\"}";
        assertEquals(
                413,
                client.send(client.request("/signup").POST(BodyPublishers.ofString(body)))
                        .status());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }
}
