package dev.atelier.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest mails of everybody, in memory: they are gone with the process. */
public final class Mailbox {

    /** How many mails are kept; one more, and the oldest goes. */
    public static final int CAPACITY = 100;

    private final Deque<Mail> newestFirst = new ArrayDeque<>();

    /** Delivers a mail. */
    public synchronized void put(Mail mail) {
        if (newestFirst.size() == CAPACITY) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(mail);
    }

    /** What there is now, the newest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(newestFirst);
    }
}
