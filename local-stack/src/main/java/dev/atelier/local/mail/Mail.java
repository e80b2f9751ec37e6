package dev.atelier.local.mail;

import java.net.URI;
import java.time.Instant;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param text what it says, with the link and the code in it
 * @param link where the person is to go; {@link #NO_LINK} for nowhere
 * @param code the one-time code, for those who cannot follow the link; empty when there is none
 */
public record Mail(String to, String subject, String text, URI link, String code, Instant sentAt) {

    /** The reference to nothing else (RFC 3986, section 4.4). */
    public static final URI NO_LINK = URI.create("");

    /** Shows that there is a mail, and nothing that lets anybody in. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
