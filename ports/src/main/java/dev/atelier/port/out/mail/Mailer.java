package dev.atelier.port.out.mail;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Sends mail to users. */
public interface Mailer {

    /**
     * Hands a mail over for delivery; that it arrives is not promised. It is written as plain text and as HTML, and in the
     * latter everything that is special there is escaped.
     *
     * <p>May be repeated: a mail whose id was sent within the last minutes is not sent again, as far as the service keeps to
     * what it says. The adapter repeats by itself what can help, for some seconds; nobody needs to do it after that. A call
     * ends within a minute by itself, and promptly when its thread is interrupted; then it throws with the thread's
     * interrupt status set.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when the service could not be asked, or cannot take it now
     * @throws dev.atelier.port.PortFailure.Permanent when it will not take this mail
     */
    void send(Mail mail);

    /**
     * A mail.
     *
     * @param id what makes it this one: the same for every attempt to send it, another for every other mail; 1 to 100 of
     *     {@code A-Z a-z 0-9 _ . -}
     * @param subject of which line breaks and other control characters are blanks, and of which 200 characters are sent
     */
    record Mail(String id, Recipient to, String subject, List<Part> parts) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

        /** @throws IllegalArgumentException when the id is malformed, or there is no part */
        public Mail {
            parts = List.copyOf(parts);
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("the id is malformed");
            }
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("the mail says nothing");
            }
        }
    }

    /**
     * To whom.
     *
     * @param address one, without a name: {@code ada@example.org}
     * @param name as it is shown, of which control characters are blanks, and of which 70 characters are sent; may be empty
     */
    record Recipient(String address, String name) {

        private static final Pattern ADDRESS = Pattern.compile(
                "[^\\s\\p{Cntrl}@,;:<>()\"\\[\\]\\\\]{1,64}@[^\\s\\p{Cntrl}@,;:<>()\"\\[\\]\\\\]{1,255}");

        /** @throws IllegalArgumentException when the address is not one; the message does not show it */
        public Recipient {
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException("that is not a mail address");
            }
        }
    }

    /** A part of what a mail says, in its order. */
    sealed interface Part {

        /** A text, whose line breaks stay. */
        record Paragraph(String text) implements Part {}

        /**
         * Something to follow.
         *
         * @param target absolute, http or https
         */
        record Link(String label, URI target) implements Part {

            /** @throws IllegalArgumentException when the target is no address of the web */
            public Link {
                if (target.getHost() == null
                        || !("http".equals(target.getScheme()) || "https".equals(target.getScheme()))) {
                    throw new IllegalArgumentException("a link leads to an address of the web");
                }
            }
        }
    }
}
