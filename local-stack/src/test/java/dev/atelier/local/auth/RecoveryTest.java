package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.local.mail.Mail;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A forgotten password: the mail, its link in both flows, its code, and what comes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryTest {

    private static final String VERIFIER = "a-secret-of-the-client-that-is-long-enough-for-pkce";
    /** The SHA-256 of it, made by {@code openssl dgst -sha256 -binary | basenc --base64url}. */
    private static final String CHALLENGE = "V-h3r492lRIVyrQMlOTrG2joMJT-t5o5qc8ojxz-ueM";

    private final SettableClock clock = new SettableClock();
    private AuthServer server;
    private AuthClient client;
    private String ida = "";

    @BeforeAll
    void start() throws Exception {
        server = AuthServer.start(clock, Optional.empty());
        client = new AuthClient(server.supabaseUrl());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void everyTestHasAnIdaOfItsOwn() {
        ida = "ida-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void aMailWithLinkAndCodeGoesToTheUser() throws Exception {
        client.signUp(ida);
        Answer answer = client.recover(" " + ida.toUpperCase(Locale.ROOT));
        assertEquals(200, answer.status());
        assertEquals("{}", answer.response().body());
        Mail mail = onlyMail();
        assertEquals(ida, mail.to());
        assertEquals("Reset your password", mail.subject());
        assertEquals(clock.instant(), mail.sentAt());
        assertTrue(mail.code().matches("[0-9]{6}"), mail.code());
        assertTrue(mail.text().contains(mail.link().toString()));
        assertTrue(mail.text().contains(mail.code()));
        String address = mail.link().toString();
        assertTrue(
                address.matches(
                        server.supabaseUrl()
                                + "/auth/v1/verify\\?token=[0-9a-f]{56}&type=recovery&redirect_to=http%3A%2F%2Flocalhost%3A3000"),
                address);
    }

    @Test
    void anUnknownAddressIsAnsweredTheSameAndGetsNoMail() throws Exception {
        Answer answer = client.recover("nobody@example.com");
        assertEquals(200, answer.status());
        assertEquals("{}", answer.response().body());
        assertEquals(
                List.of(),
                server.mailbox().mails().stream()
                        .map(Mail::to)
                        .filter("nobody@example.com"::equals)
                        .toList());
    }

    @Test
    void anAddressIsNeeded() throws Exception {
        assertRefused(400, "validation_failed", client.post("/recover", Map.of()));
        assertRefused(400, "validation_failed", client.recover("nobody"));
    }

    @Test
    void thereIsOneMailAMinute() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        clock.advance(Duration.ofSeconds(20));
        Answer refused = client.recover(ida);
        assertRefused(429, "over_email_send_rate_limit", refused);
        assertEquals("For security purposes, you can only request this after 40 seconds.", refused.text("message"));
        clock.advance(Duration.ofSeconds(40));
        assertEquals(200, client.recover(ida).status());
        assertEquals(2, mails().size());
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsAMail() throws Exception {
        client.signUp(ida);
        List<Integer> statuses = atOnce(6, () -> client.recover(ida));
        assertEquals(List.of(200, 429, 429, 429, 429, 429), statuses);
        assertEquals(1, mails().size());
    }

    @Test
    void theLinkLeadsToTheSiteWithASession() throws Exception {
        String id = client.signUp(ida).json().path("user").path("id").asText();
        client.recover(ida);
        Answer opened = client.open(onlyMail().link());
        assertEquals(303, opened.status());
        assertTrue(opened.location().toString().startsWith("http://localhost:3000#access_token="));
        Map<String, String> session = opened.fragment();
        assertEquals(
                Set.of("access_token", "expires_at", "expires_in", "refresh_token", "token_type", "type"),
                session.keySet());
        assertEquals("recovery", session.get("type"));
        assertEquals("bearer", session.get("token_type"));
        assertEquals("3600", session.get("expires_in"));
        assertEquals(
                Long.toString(clock.instant().plus(Duration.ofHours(1)).getEpochSecond()), session.get("expires_at"));
        assertEquals(id, client.user(value(session, "access_token")).text("id"));
        Answer refreshed = client.refresh(value(session, "refresh_token"));
        assertEquals(200, refreshed.status());
        assertEquals(
                "otp",
                Json.MAPPER
                        .valueToTree(refreshed.token().getJWTClaimsSet().getClaim("amr"))
                        .path(0)
                        .path("method")
                        .asText());
    }

    @Test
    void aLinkWorksOnce() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        client.open(onlyMail().link());
        assertExpired(client.open(onlyMail().link()).fragment());
    }

    @Test
    void ofManyWhoOpenALinkAtOnceOneIsSignedIn() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        atOnce(6, () -> client.open(onlyMail().link()));
        assertEquals("2", ask("select count(*) from auth.sessions where user_id = " + idOfIda()));
    }

    @Test
    void whoeverOpensALinkWhileTheNextIsAskedForIsNotInTheWay() throws Exception {
        client.signUp(ida);
        for (int round = 0; round < 20; round++) {
            client.recover(ida);
            clock.advance(Duration.ofMinutes(1));
            URI link = newestMail().link();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var opened = threads.submit(() -> client.open(link));
                var asked = threads.submit(() -> client.recover(ida));
                assertEquals(303, opened.get().status());
                assertEquals(200, asked.get().status());
            }
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void aLinkWorksForAnHour() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        clock.advance(Duration.ofHours(1).plusMillis(1));
        assertExpired(client.open(onlyMail().link()).fragment());
        client.recover(ida);
        clock.advance(Duration.ofHours(1));
        assertTrue(client.open(newestMail().link()).fragment().containsKey("access_token"));
    }

    @Test
    void anotherMailMakesTheLinkOfTheOneBeforeWorthless() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        URI first = onlyMail().link();
        clock.advance(Duration.ofMinutes(1));
        client.recover(ida);
        assertExpired(client.open(first).fragment());
        assertTrue(client.open(newestMail().link()).fragment().containsKey("access_token"));
    }

    @Test
    void anInventedLinkLeadsToTheSiteWithAnError() throws Exception {
        Answer opened = client.open(verifyLink("?token=0123&type=recovery"));
        assertEquals(303, opened.status());
        assertEquals(
                "http://localhost:3000#error=access_denied&error_code=otp_expired"
                        + "&error_description=Email+link+is+invalid+or+has+expired",
                opened.location().toString());
    }

    @Test
    void aLinkThatIsIncompleteIsRefusedInPlace() throws Exception {
        assertEquals(400, client.open(verifyLink("?token=0123")).status());
        assertEquals(400, client.open(verifyLink("?type=recovery")).status());
        assertEquals("validation_failed", client.open(verifyLink("")).text("error_code"));
    }

    @Test
    void aLinkOfAnUnknownTypeLeadsToTheSiteWithAnError() throws Exception {
        Map<String, String> error =
                client.open(verifyLink("?token=0123&type=guess")).fragment();
        assertEquals("invalid_request", error.get("error"));
        assertEquals("validation_failed", error.get("error_code"));
    }

    @Test
    void aLinkOfABannedUserLeadsToTheSiteWithAnError() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        execute("update auth.users set banned_until = '2040-01-01' where id = " + idOfIda());
        assertEquals("user_banned", client.open(onlyMail().link()).fragment().get("error_code"));
    }

    @Test
    void aLinkMayLeadToAnAddressOfTheSite() throws Exception {
        client.signUp(ida);
        client.post("/recover" + redirectTo("http://127.0.0.1:3000/reset?from=mail"), Map.of("email", ida));
        Answer opened = client.open(onlyMail().link());
        assertTrue(
                opened.location().toString().startsWith("http://127.0.0.1:3000/reset?from=mail#access_token="),
                opened.location().toString());
    }

    @Test
    void anAddressElsewhereIsReplacedByTheSiteSilently() throws Exception {
        client.signUp(ida);
        client.post("/recover" + redirectTo("https://evil.example/reset"), Map.of("email", ida));
        assertTrue(onlyMail().link().toString().endsWith("&redirect_to=http%3A%2F%2Flocalhost%3A3000"));
        URI changed = URI.create(onlyMail().link().toString().replace("localhost%3A3000", "evil.example"));
        assertEquals("localhost", client.open(changed).location().getHost());
    }

    @Test
    void aLinkThatWasAskedForWithoutAnAddressLeadsToThePageThatAsked() throws Exception {
        client.signUp(ida);
        client.send(client.request("/recover")
                .header("Referer", "http://127.0.0.1:3000/")
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + ida + "\"}")));
        assertEquals("127.0.0.1", client.open(onlyMail().link()).location().getHost());
    }

    @Test
    void theCodeOfTheMailGivesASession() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        Answer session = verify("recovery", onlyMail().code());
        assertEquals(200, session.status());
        assertEquals(ida, session.json().path("user").path("email").asText());
        assertEquals(200, client.user(session.accessToken()).status());
        assertExpiredCode(verify("recovery", onlyMail().code()));
    }

    @Test
    void theHashOfTheLinkGivesASession() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        Map<String, String> hash = Map.of("type", "recovery", "token_hash", hashOf(onlyMail()));
        assertEquals(200, client.post("/verify", hash).status());
        Answer refused = client.post("/verify", hash);
        assertRefused(403, "otp_expired", refused);
        assertEquals("Email link is invalid or has expired", refused.text("message"));
    }

    @Test
    void aWrongCodeIsRefusedAndTheRightOneStillWorks() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        String code = onlyMail().code();
        assertExpiredCode(verify("recovery", code.equals("000000") ? "000001" : "000000"));
        assertExpiredCode(verify("signup", code));
        assertExpiredCode(verify("email_change", code));
        assertEquals(200, verify("email", code).status());
    }

    @Test
    void theCodeOfOneUserIsNothingForAnother() throws Exception {
        client.signUp(ida);
        client.signUp("ada@example.com");
        client.recover(ida);
        assertExpiredCode(client.post(
                "/verify",
                Map.of(
                        "type",
                        "recovery",
                        "email",
                        "ada@example.com",
                        "token",
                        onlyMail().code())));
    }

    @Test
    void whatIsVerifiedMustBeSaid() throws Exception {
        for (Map<String, String> body : List.of(
                Map.of("email", ida, "token", "123456"),
                Map.of("type", "recovery"),
                Map.of("type", "recovery", "token", "123456"),
                Map.of("type", "recovery", "token", "123456", "token_hash", "abc"),
                Map.of("type", "recovery", "email", ida, "token_hash", "abc"),
                Map.of("type", "sms", "email", ida, "token", "123456"))) {
            assertRefused(400, "validation_failed", client.post("/verify", body));
        }
    }

    @Test
    void inARecoverySessionThePasswordIsReplacedAndTheOtherSessionsEnd() throws Exception {
        Answer before = client.signUp(ida);
        client.recover(ida);
        String token = value(client.open(onlyMail().link()).fragment(), "access_token");
        assertEquals(
                200,
                client.updateUser(token, Map.of("password", "battery staple")).status());
        assertEquals(200, client.user(token).status());
        assertEquals("session_not_found", client.user(before.accessToken()).text("code"));
        assertEquals(200, client.signIn(ida, "battery staple").status());
        assertEquals(
                "invalid_credentials", client.signIn(ida, AuthClient.PASSWORD).text("code"));
    }

    @Test
    void aNewPasswordMakesALinkWorthlessAndANewOneMayBeAskedForAtOnce() throws Exception {
        Answer session = client.signUp(ida);
        client.recover(ida);
        client.updateUser(session.accessToken(), Map.of("password", "battery staple"));
        assertExpired(client.open(onlyMail().link()).fragment());
        assertEquals(200, client.recover(ida).status());
    }

    @Test
    void aNewAddressMakesALinkThatWentToTheOldOneWorthless() throws Exception {
        Answer session = client.signUp(ida);
        client.recover(ida);
        client.updateUser(session.accessToken(), Map.of("email", "new-" + ida));
        assertExpired(client.open(onlyMail().link()).fragment());
    }

    @Test
    void theUserTellsWhenTheMailWasSent() throws Exception {
        Answer session = client.signUp(ida);
        assertTrue(client.user(session.accessToken())
                .json()
                .path("recovery_sent_at")
                .isMissingNode());
        client.recover(ida);
        assertEquals(
                clock.instant().toString(), client.user(session.accessToken()).text("recovery_sent_at"));
    }

    @Test
    void withAChallengeTheLinkBringsACodeThatOnlyTheSecretTurnsIntoASession() throws Exception {
        client.signUp(ida);
        client.recoverByPkce(ida, CHALLENGE);
        assertTrue(hashOf(onlyMail()).startsWith("pkce_"));
        Answer opened = client.open(onlyMail().link());
        assertEquals(303, opened.status());
        assertEquals(Set.of("code"), opened.query().keySet());
        String code = value(opened.query(), "code");
        assertRefused(400, "bad_code_verifier", client.exchange(code, VERIFIER + "x"));
        Answer session = client.exchange(code, VERIFIER);
        assertEquals(200, session.status());
        assertEquals(ida, session.json().path("user").path("email").asText());
        JsonNode methods =
                Json.MAPPER.valueToTree(session.token().getJWTClaimsSet().getClaim("amr"));
        assertEquals("recovery", methods.path(0).path("method").asText());
    }

    @Test
    void anExchangedCodeIsNotFound() throws Exception {
        String code = codeOfALink();
        client.exchange(code, VERIFIER);
        Answer refused = client.exchange(code, VERIFIER);
        assertRefused(404, "flow_state_not_found", refused);
        assertEquals("invalid flow state, no valid flow state found", refused.text("message"));
    }

    @Test
    void ofManyWhoExchangeACodeAtOnceOneSucceeds() throws Exception {
        String code = codeOfALink();
        assertEquals(List.of(200, 404, 404, 404, 404, 404), atOnce(6, () -> client.exchange(code, VERIFIER)));
    }

    @Test
    void aCodeIsGoodForFiveMinutes() throws Exception {
        String code = codeOfALink();
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertRefused(422, "flow_state_expired", client.exchange(code, VERIFIER));
    }

    @Test
    void aCodeThatNobodyExchangedIsForgottenAfterADay() throws Exception {
        codeOfALink();
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        client.recoverByPkce(ida, CHALLENGE);
        assertEquals("1", ask("select count(*) from auth.flow_state where user_id = " + idOfIda()));
    }

    @Test
    void theErrorOfALinkWithAChallengeIsInQueryAndFragment() throws Exception {
        Answer opened = client.open(verifyLink("?token=pkce_0123&type=recovery"));
        assertExpired(opened.fragment());
        assertExpired(opened.query());
    }

    @Test
    void theCodeOfTheMailWorksWithAChallengeToo() throws Exception {
        client.signUp(ida);
        client.recoverByPkce(ida, CHALLENGE);
        assertEquals(200, verify("recovery", onlyMail().code()).status());
    }

    @Test
    void codeAndSecretAreNeeded() throws Exception {
        assertRefused(400, "validation_failed", client.exchange("", VERIFIER));
        assertRefused(400, "validation_failed", client.post("/token?grant_type=pkce", Map.of("auth_code", "abc")));
        assertRefused(404, "flow_state_not_found", client.exchange("abc", VERIFIER));
    }

    @Test
    void theCodeItselfIsNotKept() throws Exception {
        client.signUp(ida);
        client.recover(ida);
        assertFalse(ask("select u::text || t::text from auth.users u join auth.one_time_tokens t on t.user_id = u.id"
                        + " where u.id = " + idOfIda())
                .contains(onlyMail().code() + ","));
        assertEquals(
                "recovery_token " + ida + " t",
                ask("select concat_ws(' ', token_type, relates_to, token_hash = recovery_token)"
                        + " from auth.one_time_tokens t join auth.users u on u.id = t.user_id where u.id = "
                        + idOfIda()));
    }

    private String idOfIda() {
        return "(select id from auth.users where email = '" + ida + "')";
    }

    private String codeOfALink() throws Exception {
        client.signUp(ida);
        client.recoverByPkce(ida, CHALLENGE);
        return value(client.open(onlyMail().link()).query(), "code");
    }

    private Answer verify(String type, String code) throws Exception {
        return client.post("/verify", Map.of("type", type, "email", ida, "token", code));
    }

    private URI verifyLink(String query) {
        return URI.create(server.supabaseUrl() + "/auth/v1/verify" + query);
    }

    private static String redirectTo(String address) {
        return "?redirect_to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static String hashOf(Mail mail) {
        return mail.link().getQuery().replaceFirst("^token=([^&]*)&.*", "$1");
    }

    private List<Mail> mails() {
        return server.mailbox().mails().stream()
                .filter(mail -> mail.to().equals(ida))
                .toList();
    }

    private Mail onlyMail() {
        assertEquals(1, mails().size());
        return newestMail();
    }

    private Mail newestMail() {
        return mails().getFirst();
    }

    private static <V> V value(Map<String, V> map, String name) {
        return Optional.ofNullable(map.get(name)).orElseThrow();
    }

    /** The statuses, in order. */
    private static List<Integer> atOnce(int times, Callable<Answer> call) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(times, call))) {
                statuses.add(answer.get().status());
            }
        }
        return statuses.stream().sorted().toList();
    }

    private String ask(String query) throws SQLException {
        try (Connection connection =
                        server.database().as("supabase_auth_admin").dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return String.valueOf(rows.getString(1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        server.database().as("supabase_auth_admin").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertExpired(Map<String, String> error) {
        assertEquals(
                Map.of(
                        "error", "access_denied",
                        "error_code", "otp_expired",
                        "error_description", "Email link is invalid or has expired"),
                error);
    }

    private static void assertExpiredCode(Answer answer) {
        assertRefused(403, "otp_expired", answer);
        assertEquals("Token has expired or is invalid", answer.text("message"));
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), () -> answer.response().body());
        assertEquals(code, answer.text("code"));
    }
}
