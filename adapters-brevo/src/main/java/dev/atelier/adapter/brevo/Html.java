package dev.atelier.adapter.brevo;

import dev.atelier.port.out.mail.Mailer.Part;
import java.util.List;
import java.util.stream.Collectors;

/** What a mail says as HTML, in which no character of the text means anything but itself. */
final class Html {

    private Html() {}

    static String of(List<Part> parts) {
        var body = parts.stream().map(Html::of).collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n%s\n</body></html>\n"
                .formatted(body);
    }

    private static String of(Part part) {
        return switch (part) {
            case Part.Paragraph paragraph ->
                "<p>%s</p>".formatted(escaped(paragraph.text()).replace("\n", "<br>\n"));
            case Part.Link link ->
                "<p><a href=\"%s\">%s</a></p>".formatted(escaped(link.target().toASCIIString()), escaped(link.label()));
        };
    }

    /** As the HTML standard (13.1.2.3, 13.1.4) asks for in text and in attributes that are quoted; braces mean something to Brevo. */
    private static String escaped(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{", "&#123;")
                .replace("}", "&#125;");
    }
}
