package dev.atelier.adapter.brevo;

import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Sends mail with Brevo (developers.brevo.com/reference/send-transac-email). */
public final class BrevoAdapter implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(5);

    private final BrevoSettings settings;
    private final WebService service;

    private BrevoAdapter(BrevoSettings settings, InstantSource clock) {
        this.settings = settings;
        this.service = WebService.open(
                "Brevo",
                settings.baseUrl(),
                Map.of("api-key", settings.apiKey()),
                settings.apiKey(),
                settings.patience(),
                clock);
    }

    /** Opens the adapter. No call is made; the service may be away for now. */
    public static BrevoAdapter open(BrevoSettings settings, InstantSource clock) {
        return new BrevoAdapter(settings, clock);
    }

    public Mailer mailer() {
        return new BrevoMailer(service, settings.from());
    }

    /** Looks whether the key is one; its name is {@code mail}. */
    public HealthProbe healthProbe() {
        return new AccountProbe(service.within(QUICK), Call.get(Service.MAIL, "look up the account", "/v3/account"));
    }

    /**
     * Looks closely: whether the key is one, and whether the sender may send.
     *
     * @return at least one finding
     * @throws dev.atelier.port.PortFailure when Brevo cannot be reached, or refuses the key
     */
    public List<Finding> examine() {
        return List.of(new SenderExamination(service.within(QUICK), settings.from()).finding());
    }

    @Override
    public void close() {
        service.close();
    }
}
