package dev.atelier.adapter.brevo;

import dev.atelier.port.out.mail.Mailer;
import dev.atelier.testkit.MailerContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class BrevoMailerContractTest extends MailerContract {

    private final FakeBrevo service = new FakeBrevo();
    private final BrevoAdapter adapter = service.open();

    @Override
    protected Mailer mailer() {
        return adapter.mailer();
    }

    @Override
    protected List<Delivery> deliveries() {
        return service.mails().stream()
                .map(mail -> new Delivery(
                        mail.at("/to/0/email").asText(),
                        mail.at("/to/0/name").asText(),
                        mail.get("subject").asText(),
                        mail.get("textContent").asText()))
                .toList();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
