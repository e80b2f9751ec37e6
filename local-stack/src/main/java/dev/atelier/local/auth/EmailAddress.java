package dev.atelier.local.auth;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address as it is stored and looked up: without the space around it, in lower case. */
record EmailAddress(String value) {

    private static final int MAXIMUM_LENGTH = 255;
    /** Something, an at sign, and a host with labels; whether mail arrives is another matter. */
    private static final Pattern FORM =
            Pattern.compile("[^\\s@]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    static EmailAddress of(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        if (normal.length() > MAXIMUM_LENGTH || !FORM.matcher(normal).matches()) {
            throw AuthError.invalid("Unable to validate email address: invalid format");
        }
        return new EmailAddress(normal);
    }
}
