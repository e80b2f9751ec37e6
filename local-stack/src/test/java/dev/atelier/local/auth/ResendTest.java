package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users who have not confirmed their address: nobody who signs up here, but somebody copied from a hosted project. */
class ResendTest {

    private static final String IDA = "ida@example.com";
    private static final Map<String, String> SIGN_UP_OF_IDA = Map.of("type", "signup", "email", IDA);

    private final SettableClock clock = new SettableClock();
    private AuthServer server;
    private AuthClient client;

    @BeforeEach
    void start() throws Exception {
        server = AuthServer.start(clock, Optional.empty());
        client = new AuthClient(server.supabaseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aConfirmedUserIsSentNothing() throws Exception {
        client.signUp(IDA);
        assertSent(0, client.post("/resend", SIGN_UP_OF_IDA));
    }

    @Test
    void anUnknownAddressIsAnsweredTheSame() throws Exception {
        assertSent(0, client.post("/resend", SIGN_UP_OF_IDA));
    }

    @Test
    void aNewAddressIsUsedAtOnceSoThereIsNothingToResend() throws Exception {
        unconfirmed();
        assertSent(0, client.post("/resend", Map.of("type", "email_change", "email", IDA)));
    }

    @Test
    void anUnconfirmedUserCannotSignInUntilTheLinkIsOpened() throws Exception {
        unconfirmed();
        Answer refused = client.signIn(IDA, AuthClient.PASSWORD);
        assertEquals(400, refused.status());
        assertEquals("email_not_confirmed", refused.text("code"));
        assertSent(1, client.post("/resend", SIGN_UP_OF_IDA));
        Answer opened = client.open(server.mailbox().mails().getFirst().link());
        assertEquals("signup", opened.fragment().get("type"));
        assertEquals(200, client.signIn(IDA, AuthClient.PASSWORD).status());
    }

    @Test
    void theCodeConfirmsToo() throws Exception {
        unconfirmed();
        client.post("/resend", SIGN_UP_OF_IDA);
        String code = server.mailbox().mails().getFirst().code();
        Answer session = client.post("/verify", Map.of("type", "signup", "email", IDA, "token", code));
        assertEquals(200, session.status());
        assertTrue(session.json().path("user").hasNonNull("email_confirmed_at"));
    }

    @Test
    void aPasswordThatIsWrongIsNotTheReasonThatIsTold() throws Exception {
        unconfirmed();
        assertEquals("invalid_credentials", client.signIn(IDA, "wrong password").text("code"));
    }

    @Test
    void thereIsOneMailAMinute() throws Exception {
        unconfirmed();
        client.post("/resend", SIGN_UP_OF_IDA);
        assertEquals(
                "over_email_send_rate_limit",
                client.post("/resend", SIGN_UP_OF_IDA).text("code"));
        clock.advance(Duration.ofMinutes(1));
        assertSent(2, client.post("/resend", SIGN_UP_OF_IDA));
    }

    @Test
    void whatIsResentAndToWhomMustBeSaid() throws Exception {
        for (Map<String, String> body :
                List.of(Map.of("email", IDA), Map.of("type", "signup"), Map.of("type", "recovery", "email", IDA))) {
            Answer refused = client.post("/resend", body);
            assertEquals(400, refused.status());
            assertEquals("validation_failed", refused.text("code"));
        }
    }

    private void assertSent(int mails, Answer answer) {
        assertEquals(200, answer.status());
        assertEquals("{}", answer.response().body());
        assertEquals(mails, server.mailbox().mails().size());
    }

    private void unconfirmed() throws Exception {
        client.signUp(IDA);
        try (Connection connection =
                        server.database().as("supabase_auth_admin").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update auth.users set email_confirmed_at = null");
        }
    }
}
