package dev.atelier.adapter.brevo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.ArrayList;
import java.util.List;

/** Hands mails over to Brevo. */
final class BrevoMailer implements Mailer {

    private static final int NAME_MAX = 70;
    private static final int SUBJECT_MAX = 200;

    private final WebService service;
    private final Recipient from;

    BrevoMailer(WebService service, Recipient from) {
        this.service = service;
        this.from = from;
    }

    @Override
    public void send(Mail mail) {
        // The id is the key of idempotence: to send it again does no harm.
        var call = Call.post(Service.MAIL, "send a mail", "/v3/smtp/email", body(mail))
                .asHarmless()
                .hiding(texts(mail));
        service.call(call, BrevoFailures::accepted);
    }

    private JsonNode body(Mail mail) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("sender", person(from));
        body.putArray("to").add(person(mail.to()));
        body.put("subject", HeaderText.of(mail.subject(), SUBJECT_MAX));
        body.put("htmlContent", Html.of(mail.parts()));
        body.put("textContent", PlainText.of(mail.parts()));
        body.putObject("headers").put("Idempotency-Key", mail.id());
        return body;
    }

    private static ObjectNode person(Recipient person) {
        var json = JsonNodeFactory.instance.objectNode().put("email", person.address());
        var name = HeaderText.of(person.name(), NAME_MAX);
        return name.isEmpty() ? json : json.put("name", name);
    }

    private static List<String> texts(Mail mail) {
        var texts = new ArrayList<>(
                List.of(mail.subject(), mail.to().address(), mail.to().name()));
        texts.add(PlainText.of(mail.parts()));
        return texts;
    }
}
