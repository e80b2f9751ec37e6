package dev.atelier.adapter.brevo;

import dev.atelier.port.out.mail.Mailer.Part;
import java.util.List;
import java.util.stream.Collectors;

/** What a mail says, for programs that show no HTML. */
final class PlainText {

    private PlainText() {}

    static String of(List<Part> parts) {
        return parts.stream().map(PlainText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Part part) {
        return switch (part) {
            case Part.Paragraph paragraph -> paragraph.text();
            case Part.Link link -> "%s: %s".formatted(link.label(), link.target());
        };
    }
}
