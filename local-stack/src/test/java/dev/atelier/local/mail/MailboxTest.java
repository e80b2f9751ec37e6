package dev.atelier.local.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final Mailbox mailbox = new Mailbox();
    private final MailboxServer server = MailboxServer.start(mailbox, 0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePageShowsEachMailWithTextLinkAndCodeTheNewestFirst() throws Exception {
        mailbox.put(mail("first", "Please open it.", "123456"));
        mailbox.put(mail("second", "Please enter it.", "654321"));
        HttpResponse<String> page = get("/");
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        String html = page.body();
        assertTrue(html.indexOf("second") < html.indexOf("first"), html);
        for (String part : List.of(
                "to ida@example.com",
                "2030-01-01T12:00:00Z",
                "Please open it.",
                "href=\"http://localhost:54321/auth/v1/verify?token=abc&amp;type=recovery\"",
                "<strong>123456</strong>",
                "<strong>654321</strong>")) {
            assertTrue(html.contains(part), part + " is not in " + html);
        }
    }

    @Test
    void anEmptyMailboxSaysSo() throws Exception {
        assertTrue(get("/").body().contains("There is no mail yet."));
    }

    @Test
    void whatIsInAMailStaysText() throws Exception {
        mailbox.put(mail("<script>alert(1)</script>", "</pre><img src=x onerror='alert(2)'>", "\"><b>"));
        HttpResponse<String> page = get("/");
        assertFalse(page.body().contains("<script>"), page.body());
        assertFalse(page.body().contains("<img"), page.body());
        assertFalse(page.body().contains("\"><b>"), page.body());
        assertTrue(page.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page.body());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
    }

    @Test
    void programsGetTheMailsAsJson() throws Exception {
        mailbox.put(mail("first", "text", "123456"));
        HttpResponse<String> messages = get("/api/messages");
        assertEquals(
                "{\"messages\":[{\"to\":\"ida@example.com\",\"subject\":\"first\",\"text\":\"text\","
                        + "\"link\":\"http://localhost:54321/auth/v1/verify?token=abc&type=recovery\","
                        + "\"code\":\"123456\",\"sentAt\":\"2030-01-01T12:00:00.500Z\"}]}",
                messages.body());
    }

    @Test
    void noOtherSiteMayReadTheMailsInABrowser() throws Exception {
        HttpResponse<String> messages = send(
                HttpRequest.newBuilder(server.url().resolve("/api/messages")).header("Origin", "https://evil.example"));
        assertTrue(messages.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    void whatTheProductSendsComesInAsBrevoTakesIt() throws Exception {
        assertEquals(
                201,
                post("xkeysib-local", brevo("1", "All is done.\\n\\nSee it: http://localhost:3000/runs/1"))
                        .statusCode());
        HttpResponse<String> again = post("xkeysib-local", brevo("1", "All is done."));
        assertEquals(400, again.statusCode());
        assertTrue(again.body().contains("\"code\":\"duplicate_request\""), again.body());
        assertEquals(201, post("xkeysib-local", brevo("2", "No link.")).statusCode());

        assertEquals(
                List.of("No link.", "All is done.\n\nSee it: http://localhost:3000/runs/1"),
                mailbox.mails().stream().map(Mail::text).toList());
        assertEquals("ida@example.com", mailbox.mails().getFirst().to());
        assertEquals("Done: <b>Tea</b>", mailbox.mails().getFirst().subject());
        assertEquals(
                List.of("", "http://localhost:3000/runs/1"),
                mailbox.mails().stream().map(mail -> mail.link().toString()).toList());
        String page = get("/").body();
        assertEquals(1, page.split("Open the link", -1).length - 1, page);
        assertFalse(page.contains("enter the code"), page);
    }

    @Test
    void onlyTheKeyOfThisMachineIsLetIn() throws Exception {
        assertEquals(401, post("xkeysib-other", brevo("1", "text")).statusCode());
        assertEquals(List.of(), mailbox.mails());
        URI account = server.url().resolve("/v3/account");
        assertEquals(401, send(HttpRequest.newBuilder(account)).statusCode());
        assertEquals(
                200,
                send(HttpRequest.newBuilder(account).header("api-key", MailboxServer.brevoKey()))
                        .statusCode());
    }

    @Test
    void aMailWithoutReceiverIsRefused() throws Exception {
        assertEquals(400, post("xkeysib-local", "{}").statusCode());
        assertEquals(List.of(), mailbox.mails());
    }

    private static String brevo(String id, String text) {
        return """
                {"sender":{"email":"atelier@example.com"},"to":[{"email":"ida@example.com"}],"subject":"Done: <b>Tea</b>",
                 "htmlContent":"<p>","textContent":"%s","headers":{"Idempotency-Key":"%s"}}
                """.formatted(text, id);
    }

    private HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.url().resolve("/v3/smtp/email"))
                .header("api-key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i <= Mailbox.CAPACITY; i++) {
            mailbox.put(mail("mail " + i, "text", "123456"));
        }
        List<Mail> mails = mailbox.mails();
        assertEquals(Mailbox.CAPACITY, mails.size());
        assertEquals("mail " + Mailbox.CAPACITY, mails.getFirst().subject());
        assertEquals("mail 1", mails.getLast().subject());
    }

    @Test
    void aMailDoesNotShowWhatLetsSomebodyIn() {
        assertEquals("Mail[first]", mail("first", "text", "123456").toString());
    }

    private static Mail mail(String subject, String text, String code) {
        return new Mail(
                "ida@example.com",
                subject,
                text,
                URI.create("http://localhost:54321/auth/v1/verify?token=abc&type=recovery"),
                code,
                Instant.parse("2030-01-01T12:00:00.500Z"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.url().resolve(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
