package dev.atelier.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes mails as Brevo does (developers.brevo.com/reference/send-transac-email), as far as the product asks for it, and puts them
 * into the mailbox instead of sending them: {@code POST /v3/smtp/email}, and {@code GET} of {@code /v3/account},
 * {@code /v3/senders} and {@code /v3/senders/domains}, by which key and sender are examined.
 */
final class BrevoEndpoint {

    /** The one key that is let in. */
    static final String KEY = "xkeysib-local";

    /** The one sender that is verified. */
    private static final String SENDER = "atelier@example.com";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final Set<String> seen = new LinkedHashSet<>();

    BrevoEndpoint(Mailbox mailbox, InstantSource clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    void declare(RoutesConfig routes) {
        routes.get("/v3/account", context -> {
            if (isLetIn(context)) {
                context.json(Map.of("email", SENDER, "companyName", "Local"));
            }
        });
        routes.get("/v3/senders", context -> {
            if (isLetIn(context)) {
                context.json(Map.of("senders", List.of(Map.of("email", SENDER, "active", true))));
            }
        });
        routes.get("/v3/senders/domains", context -> {
            if (isLetIn(context)) {
                context.json(Map.of("domains", List.of()));
            }
        });
        routes.post("/v3/smtp/email", this::send);
    }

    private void send(Context context) throws IOException {
        if (!isLetIn(context)) {
            return;
        }
        JsonNode mail = JSON.readTree(context.bodyAsBytes());
        String to = mail.path("to").path(0).path("email").asText();
        String subject = mail.path("subject").asText();
        if (to.isEmpty()
                || subject.isEmpty()
                || mail.path("sender").path("email").asText().isEmpty()) {
            refuse(context, 400, "missing_parameter", "sender, to and subject are required");
        } else if (!isNew(mail.path("headers").path("Idempotency-Key").asText())) {
            refuse(context, 400, "duplicate_request", "this mail has been sent");
        } else {
            mailbox.put(received(to, subject, mail.path("textContent").asText()));
            context.status(201).json(Map.of("messageId", "<%s@localhost>".formatted(UUID.randomUUID())));
        }
    }

    private Mail received(String to, String subject, String text) {
        URI link = ADDRESS.matcher(text)
                .results()
                .findFirst()
                .map(found -> URI.create(found.group()))
                .orElse(Mail.NO_LINK);
        return new Mail(to, subject, text, link, "", clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Of as many mails as the mailbox keeps. */
    private synchronized boolean isNew(String id) {
        if (!id.isEmpty() && !seen.add(id)) {
            return false;
        }
        if (seen.size() > Mailbox.CAPACITY) {
            seen.remove(seen.iterator().next());
        }
        return true;
    }

    private static boolean isLetIn(Context context) {
        if (KEY.equals(context.header("api-key"))) {
            return true;
        }
        refuse(context, 401, "unauthorized", "Key not found");
        return false;
    }

    private static void refuse(Context context, int status, String code, String message) {
        context.status(status).json(Map.of("code", code, "message", message));
    }
}
