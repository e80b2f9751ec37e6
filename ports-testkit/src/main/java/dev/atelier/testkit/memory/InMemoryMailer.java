package dev.atelier.testkit.memory;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.mail.Mailer;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Keeps the mails that it is given. Safe for use by many threads. */
public final class InMemoryMailer implements Mailer {

    private static final int NAME_MAX = 70;
    private static final int SUBJECT_MAX = 200;

    private final Map<String, Mail> sent = new LinkedHashMap<>();
    private final Queue<PortFailure> failures = new ArrayDeque<>();

    /** The next mail that is not to fail yet does. */
    public synchronized InMemoryMailer fail(PortFailure failure) {
        failures.add(failure);
        return this;
    }

    /** What was sent, the first first, with subjects and names as they are sent. */
    public synchronized List<Mail> sent() {
        return List.copyOf(sent.values());
    }

    @Override
    public synchronized void send(Mail mail) {
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        var to = new Recipient(mail.to().address(), line(mail.to().name(), NAME_MAX));
        sent.putIfAbsent(mail.id(), new Mail(mail.id(), to, line(mail.subject(), SUBJECT_MAX), mail.parts()));
    }

    private static String line(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest));
    }
}
