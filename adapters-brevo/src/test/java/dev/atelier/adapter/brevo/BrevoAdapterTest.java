package dev.atelier.adapter.brevo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Permanent;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.out.health.Finding.Severity;
import dev.atelier.port.out.mail.Mailer.Mail;
import dev.atelier.port.out.mail.Mailer.Part;
import dev.atelier.port.out.mail.Mailer.Recipient;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class BrevoAdapterTest {

    private final FakeBrevo service = new FakeBrevo();
    private final BrevoAdapter adapter = service.open();

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }

    @Test
    void a_sender_is_verified_by_itself_or_by_its_domain() {
        assertEquals(Severity.FAULT, examined("", ""));
        assertEquals(Severity.FAULT, examined("{\"email\":\"atelier@example.com\",\"active\":false}", ""));
        assertEquals(Severity.OK, examined("{\"email\":\"Atelier@example.com\",\"active\":true}", ""));
        assertEquals(Severity.FAULT, examined("", "{\"domain_name\":\"example.com\",\"authenticated\":false}"));
        assertEquals(Severity.OK, examined("", "{\"domain_name\":\"example.com\",\"authenticated\":true}"));
    }

    private Severity examined(String senders, String domains) {
        service.verify(senders, domains);
        return adapter.examine().getFirst().severity();
    }

    @Test
    void a_mail_is_from_the_sender_of_the_settings() {
        send(new Part.Paragraph("It is done."));

        var mail = service.mails().getFirst();
        assertEquals(
                "{\"email\":\"atelier@example.com\",\"name\":\"Atelier\"}",
                mail.get("sender").toString());
        assertEquals("run-1", mail.at("/headers/Idempotency-Key").asText());
    }

    @Test
    void nothing_in_a_text_is_html() {
        send(
                new Part.Paragraph("<script>alert('1 & \"2\"')</script>\r\n{{ contact.EMAIL }}"),
                new Part.Link("<b>Open</b>", URI.create("https://app.example.com/runs?a='b'&c=d")));

        var html = service.mails().getFirst().get("htmlContent").asText();
        assertTrue(
                html.contains("<p>&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;<br>\n"
                        + "&#123;&#123; contact.EMAIL &#125;&#125;</p>"),
                html);
        assertTrue(
                html.contains(
                        "<a href=\"https://app.example.com/runs?a=&#39;b&#39;&amp;c=d\">&lt;b&gt;Open&lt;/b&gt;</a>"),
                html);
    }

    @Test
    void a_mail_whose_answer_was_lost_is_sent_again_and_arrives_once() {
        service.server().then(service::takeInSilence);

        send(new Part.Paragraph("It is done."));

        assertEquals(1, service.mails().size());
        assertEquals(2, service.server().requests());
    }

    @Test
    void trouble_that_passes_is_sat_out() {
        service.server().answers(429, "{}", "Retry-After", "1").answers(503, "<html>");

        send(new Part.Paragraph("It is done."));

        assertEquals(1, service.mails().size());
    }

    @Test
    void trouble_that_does_not_pass_is_told_in_the_end() {
        for (int i = 0; i < 3; i++) {
            service.server().then(HttpExchange::close);
        }

        assertThrows(Retryable.class, () -> send(new Part.Paragraph("It is done.")));
        assertEquals(3, service.server().requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'code':'invalid_parameter','message':'sender email is not valid'} | invalid_parameter sender",
                "401 | {'code':'unauthorized','message':'Key not found'} | Key not found; check BREVO_API_KEY",
                "402 | {'code':'not_enough_credits','message':'None left'} | None left; the plan's mails are used up",
                "403 | <html>Forbidden</html> | a web page came instead of an answer",
                "404 | {'code':'document_not_found'} | document_not_found; check BREVO_BASE_URL"
            })
    void a_refusal_is_for_good(int status, String body, String told) {
        service.server().answers(status, body.replace('\'', '"'));

        var failure = assertThrows(Permanent.class, () -> send(new Part.Paragraph("It is done.")));

        assertTrue(failure.getMessage().contains(told), failure::getMessage);
        assertEquals(1, service.server().requests());
    }

    @Test
    void failures_show_neither_key_nor_text_nor_address() {
        service.server().answers(400, "{\"message\":\"xkeysib-sesame: ada@example.org, the secret merger is done.\"}");

        var failure = assertThrows(PortFailure.class, () -> send(new Part.Paragraph("the secret merger is done.")));

        for (var secret : List.of("sesame", "ada@", "merger")) {
            assertFalse(failure.getMessage().contains(secret), failure::getMessage);
        }
    }

    @Test
    void the_probe_finds_a_wrong_key() {
        adapter.healthProbe().probe();
        var settings = service.settings("xkeysib-wrong");
        try (var stranger = BrevoAdapter.open(settings, InstantSource.system())) {
            assertThrows(Permanent.class, () -> stranger.healthProbe().probe());
            assertEquals("mail", stranger.healthProbe().name());
        }
        assertFalse(settings.toString().contains("wrong"));
    }

    @Test
    void a_sender_is_an_address() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BrevoSettings.of(BrevoSettings.DEFAULT_BASE_URL, "key", "Atelier <a@example.com>", ""));
    }

    private void send(Part... parts) {
        var to = new Recipient("ada@example.org", "Ada");
        adapter.mailer().send(new Mail("run-1", to, "Done", List.of(parts)));
    }
}
