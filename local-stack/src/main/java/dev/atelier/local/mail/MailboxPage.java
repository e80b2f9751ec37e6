package dev.atelier.local.mail;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** The mailbox as a page for people: every mail with its text, the newest first. It looks for new ones by itself. */
record MailboxPage(List<Mail> mails) {

    /** No script, and nothing from elsewhere: whatever is in a mail stays text. */
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    String html() {
        String shown = mails.isEmpty()
                ? "<p>There is no mail yet.</p>"
                : mails.stream().map(MailboxPage::html).collect(Collectors.joining());
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="5">
            <title>Mailbox</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
            article { border: 1px solid #ccc; border-radius: .5rem; padding: 1rem; margin: 1rem 0 }
            h2 { font-size: 1.1rem; margin: 0 }
            pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
            </style>
            <h1>Mailbox</h1>
            <p>Every mail that this machine would have sent; none has left it.</p>
            %s
            </html>
            """.formatted(shown);
    }

    private static String html(Mail mail) {
        return """
            <article>
            <h2>%s</h2>
            <p>to %s, <time>%s</time></p>
            <pre>%s</pre>
            %s
            </article>
            """.formatted(
                        escaped(mail.subject()),
                        escaped(mail.to()),
                        mail.sentAt().truncatedTo(ChronoUnit.SECONDS),
                        escaped(mail.text()),
                        actions(mail));
    }

    private static String actions(Mail mail) {
        String link = mail.link().equals(Mail.NO_LINK)
                ? ""
                : "<p><a href=\"%s\">Open the link</a>"
                        .formatted(escaped(mail.link().toString()));
        return mail.code().isEmpty()
                ? link
                : link + ", or enter the code <strong>%s</strong>".formatted(escaped(mail.code()));
    }

    /** Text as part of an element or of an attribute in double quotes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
