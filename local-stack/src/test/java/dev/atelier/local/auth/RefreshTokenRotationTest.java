package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTokenRotationTest {

    private static final Duration TOO_LONG = Duration.ofSeconds(11);

    private final SettableClock clock = new SettableClock();
    private AuthServer server;
    private AuthClient client;

    @BeforeAll
    void start() throws Exception {
        server = AuthServer.start(clock, Optional.empty());
        client = new AuthClient(server.supabaseUrl());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aTokenIsExchangedForTheNextOfTheSameSession(TestInfo test) throws Exception {
        Answer first = signUp(test);
        clock.advance(Duration.ofMinutes(30));
        Answer second = client.refresh(first.refreshToken());
        assertEquals(200, second.status());
        assertNotEquals(first.refreshToken(), second.refreshToken());
        assertEquals(
                first.token().getJWTClaimsSet().getClaim("session_id"),
                second.token().getJWTClaimsSet().getClaim("session_id"));
        assertEquals(
                clock.instant().plus(Duration.ofHours(1)),
                second.token().getJWTClaimsSet().getExpirationTime().toInstant());
        assertEquals(
                first.token().getJWTClaimsSet().getClaim("amr"),
                second.token().getJWTClaimsSet().getClaim("amr"));
    }

    @Test
    void theParentOfTheActiveTokenGivesThatOneAgainHoweverLate(TestInfo test) throws Exception {
        String parent = signUp(test).refreshToken();
        String active = client.refresh(parent).refreshToken();
        clock.advance(Duration.ofDays(3));
        assertEquals(active, client.refresh(parent).refreshToken());
        assertEquals(200, client.refresh(active).status());
    }

    @Test
    void aTokenThatWasUsedLessThanTenSecondsAgoStillWorks(TestInfo test) throws Exception {
        String first = signUp(test).refreshToken();
        client.refresh(client.refresh(first).refreshToken());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(200, client.refresh(first).status());
    }

    @Test
    void aTokenThatWasUsedLongerAgoEndsTheSession(TestInfo test) throws Exception {
        String first = signUp(test).refreshToken();
        String second = client.refresh(first).refreshToken();
        String third = client.refresh(second).refreshToken();
        clock.advance(TOO_LONG);
        assertRefused("refresh_token_already_used", client.refresh(first));
        for (String token : List.of(first, second, third)) {
            assertRefused("refresh_token_already_used", client.refresh(token));
        }
    }

    @Test
    void aStolenTokenEndsOneSessionAndNoOther(TestInfo test) throws Exception {
        String first = signUp(test).refreshToken();
        Answer other = client.signIn(email(test), AuthClient.PASSWORD);
        client.refresh(client.refresh(first).refreshToken());
        clock.advance(TOO_LONG);
        assertRefused("refresh_token_already_used", client.refresh(first));
        assertEquals(200, client.refresh(other.refreshToken()).status());
    }

    @Test
    void ofManyAtOnceWithTheSameTokenEachGetsTheSameNext(TestInfo test) throws Exception {
        String token = signUp(test).refreshToken();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> client.refresh(token));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> next = new ArrayList<>();
            for (var answer : threads.invokeAll(calls)) {
                next.add(answer.get().refreshToken());
            }
            assertEquals(1, next.stream().distinct().count(), next::toString);
        }
    }

    @Test
    void anUnknownTokenIsNotFound() throws Exception {
        assertRefused("refresh_token_not_found", client.refresh("never-issued"));
    }

    @Test
    void theTokenOfASessionThatWasEndedIsNotFound(TestInfo test) throws Exception {
        Answer session = signUp(test);
        client.logOut(session.accessToken(), "");
        assertRefused("refresh_token_not_found", client.refresh(session.refreshToken()));
    }

    @Test
    void withoutATokenTheRequestIsInvalid() throws Exception {
        assertRefused("validation_failed", client.post("/token?grant_type=refresh_token", Map.of()));
    }

    private Answer signUp(TestInfo test) throws Exception {
        return client.signUp(email(test));
    }

    private static String email(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName() + "@example.com";
    }

    private static void assertRefused(String code, Answer answer) {
        assertEquals(400, answer.status(), answer::toString);
        assertEquals(code, answer.text("code"));
    }
}
