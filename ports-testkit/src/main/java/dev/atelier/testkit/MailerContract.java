package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.mail.Mailer;
import dev.atelier.port.out.mail.Mailer.Mail;
import dev.atelier.port.out.mail.Mailer.Part;
import dev.atelier.port.out.mail.Mailer.Recipient;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link Mailer}. Failures are for the adapters. */
@Timeout(120)
public abstract class MailerContract {

    private static final Recipient ADA = new Recipient("ada@example.org", "Ada Lovelace");
    private static final List<Part> DONE = List.of(new Part.Paragraph("Your run is done."));

    /** The mailer under test. */
    protected abstract Mailer mailer();

    /** What was handed over for delivery by {@link #mailer()} so far, the first first. */
    protected abstract List<Delivery> deliveries();

    /**
     * A mail as the service was given it.
     *
     * @param text its plain text
     */
    public record Delivery(String address, String name, String subject, String text) {}

    @Test
    void aMailIsHandedOver() {
        mailer().send(new Mail(newId(), ADA, "Done: Spring campaign", DONE));

        var delivery = deliveries().getLast();
        assertEquals("ada@example.org", delivery.address());
        assertEquals("Ada Lovelace", delivery.name());
        assertEquals("Done: Spring campaign", delivery.subject());
        assertEquals("Your run is done.", delivery.text().strip());
    }

    @Test
    void itsPartsAreInTheirOrder() {
        var parts = List.<Part>of(
                new Part.Paragraph("Two lines,\nno less."),
                new Part.Link("Open the run", URI.create("https://app.example.org/runs/1?a=b&c=d")),
                new Part.Paragraph("Goodbye."));
        mailer().send(new Mail(newId(), ADA, "Done", parts));

        var text = deliveries().getLast().text();
        assertTrue(text.contains("Two lines,\nno less."), text);
        assertTrue(text.indexOf("https://app.example.org/runs/1?a=b&c=d") > text.indexOf("no less."), text);
        assertTrue(text.indexOf("Goodbye.") > text.indexOf("https://app.example.org"), text);
        assertTrue(text.contains("Open the run"), text);
    }

    @Test
    void theSameMailIsNotSentTwice() {
        var mail = new Mail(newId(), ADA, "Done", DONE);
        mailer().send(mail);
        int before = deliveries().size();

        mailer().send(mail);

        assertEquals(before, deliveries().size());
    }

    @Test
    void nothingOfWhatIsWrittenBecomesAHeader() {
        var name = "Ada\r\nBcc: eve@example.org";
        mailer().send(new Mail(newId(), new Recipient("ada@example.org", name), "Done\nX-Evil: 1\u0000\u2028", DONE));

        var delivery = deliveries().getLast();
        assertTrue(delivery.name().matches("Ada +Bcc: eve@example.org"), delivery::name);
        assertTrue(delivery.subject().matches("Done +X-Evil: 1"), delivery::subject);
    }

    @Test
    void longNamesAndSubjectsAreCut() {
        var mail = new Mail(newId(), new Recipient("ada@example.org", "n".repeat(71)), "s".repeat(201), DONE);
        mailer().send(mail);

        assertEquals("n".repeat(70), deliveries().getLast().name());
        assertEquals("s".repeat(200), deliveries().getLast().subject());
    }

    @Test
    void itTakesEveryLegalMail() {
        mailer().send(new Mail(
                newId(),
                new Recipient("ada+tag@example.org", ""),
                Samples.ODD_TEXT,
                List.of(new Part.Paragraph(Samples.ODD_TEXT), new Part.Paragraph(""))));

        assertTrue(deliveries().getLast().text().contains(Samples.ODD_TEXT.strip()));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
