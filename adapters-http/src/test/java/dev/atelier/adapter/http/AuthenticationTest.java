package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification.Accepted;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationTest {

    private static final String ME = Routes.API + "/me";

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aUserIsLetIn() {
        server.newUser().get(ME).expect(200);
    }

    @Test
    void theSchemeMayBeWrittenInAnyCase() {
        var token = server.newUser().token();

        server.stranger().get(ME, "Authorization", "bEARER  " + token).expect(200);
    }

    @Test
    void withoutATokenNobodyIsLetIn() {
        var refused = server.stranger().get(ME).expectProblem(401, "missing_token");

        assertEquals(Optional.of("Bearer"), refused.header("WWW-Authenticate"));
    }

    @Test
    void anotherSchemeIsNoToken() {
        server.stranger().get(ME, "Authorization", "Basic YTpi").expectProblem(401, "missing_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x y",
                "Bearer nobody-gave-this",
                "Bearer a,b",
                "Bearer \u00e9",
                "bearer =="
            })
    void whatIsNoTokenOfOursIsInvalid(String header) {
        var refused = server.stranger().get(ME, "Authorization", header).expectProblem(401, "invalid_token");

        assertTrue(refused.header("WWW-Authenticate").orElseThrow().startsWith("Bearer error=\"invalid_token\""));
    }

    @Test
    void severalTokensAreNoToken() {
        var token = server.newUser().token();
        var request = server.stranger()
                .request(ME)
                .header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token);

        server.stranger().send(request).expectProblem(401, "invalid_token");
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() {
        server.stranger().get(ME + "?access_token=" + server.newUser().token()).expectProblem(401, "missing_token");
    }

    @Test
    void anExpiredTokenIsSaidToBeExpired() {
        var user = server.newUser().user();
        var token = server.adapters().tokenVerifier().issue(user, Instant.now().minusSeconds(1));

        var refused = server.client(user, token).get(ME).expectProblem(401, "expired_token");

        assertEquals(
                Optional.of("Bearer error=\"invalid_token\", error_description=\"The token has expired\""),
                refused.header("WWW-Authenticate"));
    }

    @Test
    void aKeyThatStandsForNoUserIsForbidden() {
        var key = server.adapters().tokenVerifier().issueKey();

        server.client(new UserId(UUID.randomUUID()), key).get(ME).expectProblem(403, "role_not_allowed");
    }

    @Test
    void anAnonymousUserIsForbiddenUnlessTheSettingLetsThemIn() {
        anonymous(false).expectProblem(403, "role_not_allowed");
        anonymous(true).expect(200);
    }

    private static Reply anonymous(boolean letIn) {
        try (var here = TestServer.start(TestServer.SETTINGS.withAnonymousUsers(letIn), ports -> ports)) {
            var user = here.newUser().user();
            var token = here.adapters()
                    .tokenVerifier()
                    .issue(new Accepted(user, Instant.now().plusSeconds(60), UUID.randomUUID(), true));
            return here.client(user, token).get(ME);
        }
    }

    @Test
    void nothingUnderAuthExists() {
        var paths = List.of(
                "/auth",
                "/auth/",
                "/auth/v1",
                "/auth/v1/signup",
                "/auth/v1/token?grant_type=password",
                "/auth/v1/user",
                "/auth/v1/logout",
                "/auth/v1/.well-known/jwks.json",
                "/auth/callback",
                "/auth/login");
        for (var path : paths) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
                for (var client : List.of(server.stranger(), server.newUser())) {
                    client.send(client.request(path).method(method, BodyPublishers.ofString("{}")))
                            .expect(404);
                    client.send(client.request(Routes.API + path).method(method, BodyPublishers.ofString("{}")))
                            .expect(client.isStranger() ? 401 : 404);
                }
            }
        }
    }

    @Test
    void aUserThatWeDoNotHaveIsForbidden() {
        var unknown = new UserId(UUID.randomUUID());
        var token =
                server.adapters().tokenVerifier().issue(unknown, Instant.now().plusSeconds(60));

        server.client(unknown, token).get(ME).expectProblem(403, "user_not_provisioned");
    }

    @Test
    void everythingBelowApiAsksForATokenFirst() {
        var stranger = server.stranger();

        stranger.get("/api/v1/nothing").expectProblem(401, "missing_token");
        stranger.get("/api/").expectProblem(401, "missing_token");
        stranger.delete(ME).expectProblem(401, "missing_token");
        stranger.post(Routes.PROJECTS, "not json").expectProblem(401, "missing_token");
        stranger.get(ME, "Accept", "text/html").expectProblem(401, "missing_token");
        stranger.send(stranger.request(Routes.PROJECTS).POST(BodyPublishers.ofByteArray(new byte[6_000_000])))
                .expectProblem(401, "missing_token");
    }

    @Test
    void otherWaysToWriteAnAddressLeadNowhere() {
        for (var path : new String[] {"/%61pi/v1/me", "/API/v1/me", "/api%2Fv1/me", "/x/../api/v1/me", "//api/v1/me"}) {
            var reply =
                    server.stranger().get("http://localhost:" + server.http().port() + path);
            assertTrue(reply.status() >= 400 && reply.status() < 405, () -> path + " " + reply.status());
        }
    }

    @Test
    void whenTheProviderCannotBeAskedItIsNotTheTokensFault() {
        TokenVerifier failing = token -> {
            throw PortFailure.Retryable.unavailable(PortFailure.Service.AUTH, "down", new RuntimeException());
        };
        try (var down = TestServer.start(TestServer.SETTINGS, ports -> Ports.with(ports, failing))) {
            var refused = down.newUser().get(ME).expectProblem(502, "upstream_failed");

            assertEquals(Optional.of("5"), refused.header("Retry-After"));
        }
    }
}
