package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing up, signing in and what users may do, as it is seen in the answers and in the tables. */
class UsersTest {

    private static final String IDA = "ida@example.com";

    private AuthServer server;
    private AuthClient client;

    @BeforeEach
    void start() throws Exception {
        server = AuthServer.start();
        client = new AuthClient(server.supabaseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNewUserIsARowOfAuthUsersAsTheRealServiceWritesIt() throws Exception {
        Answer answer = client.post(
                "/signup",
                Map.of("email", " Ida@Example.com", "password", "123456", "data", Map.of("fullName", "Ida")));
        assertEquals(200, answer.status());
        String id = answer.json().path("user").path("id").asText();
        assertEquals(
                id + " authenticated authenticated " + IDA + " Ida email t",
                ask("select concat_ws(' ', id, aud, role, email, raw_user_meta_data ->> 'fullName',"
                        + " raw_app_meta_data ->> 'provider', email_confirmed_at is not null) from auth.users"));
        assertEquals(
                id + " " + id + " email " + IDA,
                ask("select concat_ws(' ', user_id, provider_id, provider, email) from auth.identities"));
        assertEquals("$2a$10$", ask("select left(encrypted_password, 7) from auth.users"));
    }

    @Test
    void theAnswerHasEveryFieldOfASession() throws Exception {
        JsonNode session = client.signUp(IDA).json();
        assertEquals(
                List.of("access_token", "expires_at", "expires_in", "refresh_token", "token_type", "user"),
                fields(session));
        assertEquals(
                List.of(
                        "app_metadata",
                        "aud",
                        "confirmed_at",
                        "created_at",
                        "email",
                        "email_confirmed_at",
                        "id",
                        "identities",
                        "is_anonymous",
                        "last_sign_in_at",
                        "phone",
                        "role",
                        "updated_at",
                        "user_metadata"),
                fields(session.path("user")));
        assertEquals(
                List.of(
                        "created_at",
                        "email",
                        "id",
                        "identity_data",
                        "identity_id",
                        "last_sign_in_at",
                        "provider",
                        "updated_at",
                        "user_id"),
                fields(session.path("user").path("identities").path(0)));
    }

    @Test
    void aTriggerOnAuthUsersRuns() throws Exception {
        asPostgres(
                "create table public.users (id uuid primary key references auth.users (id) on delete cascade)",
                "create function public.handle_new_user() returns trigger language plpgsql security definer"
                        + " set search_path = '' as $$ begin insert into public.users values (new.id); return new; end"
                        + " $$",
                "create trigger on_auth_user_created after insert on auth.users"
                        + " for each row execute function public.handle_new_user()");
        Answer answer = client.signUp(IDA);
        assertEquals(answer.json().path("user").path("id").asText(), ask("select id from public.users"));
    }

    @Test
    void aTriggerThatFailsPreventsTheSignUp() throws Exception {
        asPostgres(
                "create function public.broken() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'the secret reason'; end $$",
                "create trigger broken after insert on auth.users for each row execute function public.broken()");
        Answer refused = client.signUp(IDA);
        assertEquals(500, refused.status());
        assertEquals("unexpected_failure", refused.text("code"));
        assertEquals("Database error saving new user", refused.text("message"));
        assertEquals("0", ask("select count(*) from auth.users"));
    }

    @Test
    void ofManyWhoSignUpWithOneAddressAtOnceOneSucceeds() throws Exception {
        List<Callable<Answer>> calls = Collections.nCopies(6, () -> client.signUp(IDA));
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
        }
        Collections.sort(statuses);
        assertEquals(List.of(200, 422, 422, 422, 422, 422), statuses);
    }

    @Test
    void signingUpWithoutAnAddressIsSigningInAnonymouslyWhichIsOff() throws Exception {
        Answer refused = client.post("/signup", Map.of());
        assertEquals(422, refused.status());
        assertEquals("anonymous_provider_disabled", refused.text("code"));
    }

    @Test
    void signingUpTakesAPassword() throws Exception {
        assertEquals(
                "validation_failed",
                client.post("/signup", Map.of("email", IDA)).text("code"));
    }

    @Test
    void aBannedUserCannotSignInNorRefreshUntilTheBanEnds() throws Exception {
        Answer session = client.signUp(IDA);
        asAuthAdmin("update auth.users set banned_until = now() + interval '1 hour'");
        assertEquals("user_banned", client.signIn(IDA, AuthClient.PASSWORD).text("code"));
        assertEquals("user_banned", client.refresh(session.refreshToken()).text("code"));
        asAuthAdmin("update auth.users set banned_until = now() - interval '1 second'");
        assertEquals(200, client.signIn(IDA, AuthClient.PASSWORD).status());
        assertEquals(200, client.refresh(session.refreshToken()).status());
    }

    @Test
    void aDeletedUserCannotSignIn() throws Exception {
        client.signUp(IDA);
        asAuthAdmin("update auth.users set deleted_at = now()");
        assertEquals(
                "invalid_credentials", client.signIn(IDA, AuthClient.PASSWORD).text("code"));
    }

    @Test
    void whoBringsNoTokenIsNotAuthorized() throws Exception {
        Answer refused = client.send(client.request("/user"));
        assertEquals(401, refused.status());
        assertEquals("no_authorization", refused.text("code"));
    }

    @Test
    void theApiKeyIsNoAccessToken() throws Exception {
        Answer refused = client.user(LocalSupabaseAuth.PUBLISHABLE_KEY);
        assertEquals(403, refused.status());
        assertEquals("bad_jwt", refused.text("code"));
    }

    @Test
    void theTokenOfAUserWhoIsGoneIsRefused() throws Exception {
        Answer session = client.signUp(IDA);
        asAuthAdmin("delete from auth.users");
        Answer refused = client.user(session.accessToken());
        assertEquals(403, refused.status());
        assertEquals("user_not_found", refused.text("code"));
    }

    @Test
    void theTokenOfASessionThatIsGoneIsRefused() throws Exception {
        Answer session = client.signUp(IDA);
        asAuthAdmin("delete from auth.sessions");
        Answer refused = client.user(session.accessToken());
        assertEquals(403, refused.status());
        assertEquals("session_not_found", refused.text("code"));
    }

    @Test
    void aNewAddressIsUsedAtOnceAlsoInTheIdentity() throws Exception {
        Answer session = client.signUp(IDA);
        Answer changed = client.updateUser(session.accessToken(), Map.of("email", "Ada@example.com"));
        assertEquals(200, changed.status());
        assertEquals("ada@example.com", changed.text("email"));
        assertEquals("ada@example.com", ask("select email from auth.identities"));
        assertEquals(200, client.signIn("ada@example.com", AuthClient.PASSWORD).status());
        assertEquals(
                "invalid_credentials", client.signIn(IDA, AuthClient.PASSWORD).text("code"));
    }

    @Test
    void aRefusedChangeChangesNothing() throws Exception {
        Answer session = client.signUp(IDA);
        Answer refused =
                client.updateUser(session.accessToken(), Map.of("data", Map.of("theme", "dark"), "password", "12345"));
        assertEquals("weak_password", refused.text("code"));
        assertTrue(client.user(session.accessToken())
                .json()
                .at("/user_metadata/theme")
                .isMissingNode());
    }

    @Test
    void loggingOutEndsAllSessionsUnlessToldOtherwise() throws Exception {
        Answer here = client.signUp(IDA);
        Answer there = client.signIn(IDA, AuthClient.PASSWORD);
        assertEquals(204, client.logOut(here.accessToken(), "").status());
        assertEquals("session_not_found", client.user(here.accessToken()).text("code"));
        assertEquals("session_not_found", client.user(there.accessToken()).text("code"));
    }

    @Test
    void loggingOutLocallyLeavesTheOthers() throws Exception {
        Answer here = client.signUp(IDA);
        Answer there = client.signIn(IDA, AuthClient.PASSWORD);
        assertEquals(204, client.logOut(here.accessToken(), "?scope=local").status());
        assertEquals("session_not_found", client.user(here.accessToken()).text("code"));
        assertEquals(200, client.user(there.accessToken()).status());
    }

    @Test
    void loggingOutTheOthersLeavesThisOne() throws Exception {
        Answer here = client.signUp(IDA);
        Answer there = client.signIn(IDA, AuthClient.PASSWORD);
        assertEquals(204, client.logOut(here.accessToken(), "?scope=others").status());
        assertEquals(200, client.user(here.accessToken()).status());
        assertEquals("session_not_found", client.user(there.accessToken()).text("code"));
    }

    @Test
    void loggingOutSomebodyElseIsImpossible() throws Exception {
        Answer ida = client.signUp(IDA);
        Answer ada = client.signUp("ada@example.com");
        client.logOut(ida.accessToken(), "?scope=global");
        assertEquals(200, client.user(ada.accessToken()).status());
    }

    @Test
    void anUnknownScopeOfLoggingOutIsRefused() throws Exception {
        Answer session = client.signUp(IDA);
        assertEquals(
                "validation_failed",
                client.logOut(session.accessToken(), "?scope=some").text("code"));
        assertEquals(200, client.user(session.accessToken()).status());
    }

    @Test
    void hashesOfPasswordsAreNeverAnswered() throws Exception {
        Answer session = client.signUp(IDA);
        assertFalse(session.response().body().contains("$2a$"));
        assertFalse(client.user(session.accessToken()).response().body().contains("$2a$"));
    }

    @Test
    void addressesThatAreNoneAreRefused() throws Exception {
        for (String text : List.of("ida", "@example.com", "ida@", "i da@example.com", "ida@exa mple.com", "a@b@c")) {
            Answer refused = client.signUp(text);
            assertEquals(400, refused.status(), text);
            assertEquals("validation_failed", refused.text("code"), text);
        }
    }

    @Test
    void textInTheQueryOfAStatementIsNothingButText() throws Exception {
        String hostile = "o'reilly+" + UUID.randomUUID() + "@example.com";
        assertEquals(200, client.signUp(hostile).status());
        assertEquals(200, client.signIn(hostile, AuthClient.PASSWORD).status());
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = server.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return String.valueOf(rows.getString(1));
        }
    }

    private void asPostgres(String... statements) throws SQLException {
        execute("postgres", statements);
    }

    private void asAuthAdmin(String... statements) throws SQLException {
        execute("supabase_auth_admin", statements);
    }

    private void execute(String role, String... statements) throws SQLException {
        try (Connection connection = server.database().as(role).dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        return names;
    }
}
