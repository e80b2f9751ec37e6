package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.local.mail.Mail;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Users who have not confirmed their address: nobody who signs up here, but somebody copied from a hosted project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResendTest {

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
    void aConfirmedUserIsSentNothing() throws Exception {
        client.signUp(ida);
        assertSent(0, client.post("/resend", signUpOfIda()));
    }

    @Test
    void anUnknownAddressIsAnsweredTheSame() throws Exception {
        assertSent(0, client.post("/resend", signUpOfIda()));
    }

    @Test
    void aNewAddressIsUsedAtOnceSoThereIsNothingToResend() throws Exception {
        unconfirmed();
        assertSent(0, client.post("/resend", Map.of("type", "email_change", "email", ida)));
    }

    @Test
    void anUnconfirmedUserCannotSignInUntilTheLinkIsOpened() throws Exception {
        unconfirmed();
        Answer refused = client.signIn(ida, AuthClient.PASSWORD);
        assertEquals(400, refused.status());
        assertEquals("email_not_confirmed", refused.text("code"));
        assertSent(1, client.post("/resend", signUpOfIda()));
        Answer opened = client.open(mails().getFirst().link());
        assertEquals("signup", opened.fragment().get("type"));
        assertEquals(200, client.signIn(ida, AuthClient.PASSWORD).status());
    }

    @Test
    void theCodeConfirmsToo() throws Exception {
        unconfirmed();
        client.post("/resend", signUpOfIda());
        String code = mails().getFirst().code();
        Answer session = client.post("/verify", Map.of("type", "signup", "email", ida, "token", code));
        assertEquals(200, session.status());
        assertTrue(session.json().path("user").hasNonNull("email_confirmed_at"));
    }

    @Test
    void aPasswordThatIsWrongIsNotTheReasonThatIsTold() throws Exception {
        unconfirmed();
        assertEquals("invalid_credentials", client.signIn(ida, "wrong password").text("code"));
    }

    @Test
    void thereIsOneMailAMinute() throws Exception {
        unconfirmed();
        client.post("/resend", signUpOfIda());
        assertEquals(
                "over_email_send_rate_limit",
                client.post("/resend", signUpOfIda()).text("code"));
        clock.advance(Duration.ofMinutes(1));
        assertSent(2, client.post("/resend", signUpOfIda()));
    }

    @Test
    void whatIsResentAndToWhomMustBeSaid() throws Exception {
        for (Map<String, String> body :
                List.of(Map.of("email", ida), Map.of("type", "signup"), Map.of("type", "recovery", "email", ida))) {
            Answer refused = client.post("/resend", body);
            assertEquals(400, refused.status());
            assertEquals("validation_failed", refused.text("code"));
        }
    }

    private Map<String, String> signUpOfIda() {
        return Map.of("type", "signup", "email", ida);
    }

    private List<Mail> mails() {
        return server.mailbox().mails().stream()
                .filter(mail -> mail.to().equals(ida))
                .toList();
    }

    private void assertSent(int mails, Answer answer) {
        assertEquals(200, answer.status());
        assertEquals("{}", answer.response().body());
        assertEquals(mails, mails().size());
    }

    private void unconfirmed() throws Exception {
        client.signUp(ida);
        try (Connection connection =
                        server.database().as("supabase_auth_admin").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update auth.users set email_confirmed_at = null where email = '" + ida + "'");
        }
    }
}
