package dev.atelier.adapter.brevo;

import dev.atelier.port.out.mail.Mailer.Recipient;
import dev.atelier.web.Patience;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach Brevo, and who writes.
 *
 * @param baseUrl of the API without its version: {@code https://api.brevo.com}
 * @param from a sender that Brevo has verified
 */
public record BrevoSettings(URI baseUrl, String apiKey, Recipient from, Patience patience) {

    public static final URI DEFAULT_BASE_URL = URI.create("https://api.brevo.com");

    /**
     * With half a minute for a mail.
     *
     * @param fromEmail an address alone: {@code atelier@example.com}
     * @throws IllegalArgumentException when it is not one
     */
    public static BrevoSettings of(URI baseUrl, String apiKey, String fromEmail, String fromName) {
        return new BrevoSettings(
                baseUrl,
                apiKey,
                new Recipient(fromEmail, fromName),
                Patience.DEFAULT.withSilence(Duration.ofSeconds(10)).withTotal(Duration.ofSeconds(30)));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "%s (as %s)".formatted(baseUrl, from.address());
    }
}
