package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.port.out.mail.Mailer.Mail;
import dev.atelier.port.out.mail.Mailer.Part;
import dev.atelier.port.out.mail.Mailer.Recipient;
import dev.atelier.testkit.MailerContract;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InMemoryMailerTest extends MailerContract {

    private final InMemoryMailer mailer = new InMemoryMailer();

    @Override
    protected Mailer mailer() {
        return mailer;
    }

    @Override
    protected List<Delivery> deliveries() {
        return mailer.sent().stream()
                .map(mail -> new Delivery(
                        mail.to().address(),
                        mail.to().name(),
                        mail.subject(),
                        mail.parts().stream().map(InMemoryMailerTest::text).collect(Collectors.joining("\n\n"))))
                .toList();
    }

    private static String text(Part part) {
        return switch (part) {
            case Part.Paragraph paragraph -> paragraph.text();
            case Part.Link link -> link.label() + ": " + link.target();
        };
    }

    @Test
    void itFailsWhenItIsToldTo() {
        var failure = PortFailure.Retryable.unavailable(PortFailure.Service.MAIL, "away");
        var mail =
                new Mail("1", new Recipient("ada@example.org", ""), "Done", List.of(new Part.Paragraph("It is done.")));
        mailer.fail(failure);

        assertSame(failure, assertThrows(PortFailure.Retryable.class, () -> mailer.send(mail)));
        mailer.send(mail);
        assertEquals(List.of(mail), mailer.sent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@a@b",
                "a,b@example.org",
                "Ada <ada@example.org>",
                "ada lovelace@example.org",
                "ada@example.org;eve@example.org"
            })
    void whatIsNoAddressIsRefusedAndNotShown(String address) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Recipient(address, "Ada"));

        assertFalse(!address.isEmpty() && String.valueOf(refusal.getMessage()).contains(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/runs/1", "ftp://example.org/", "https:opaque"})
    void whatIsNoAddressOfTheWebIsNoLink(String target) {
        assertThrows(IllegalArgumentException.class, () -> new Part.Link("Open", URI.create(target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "é"})
    void idsAreSafeToUseAsAHeader(String id) {
        var to = new Recipient("ada@example.org", "");
        var parts = List.<Part>of(new Part.Paragraph("It is done."));

        assertThrows(IllegalArgumentException.class, () -> new Mail(id, to, "Done", parts));
        assertThrows(IllegalArgumentException.class, () -> new Mail("1", to, "Done", List.of()));
    }
}
