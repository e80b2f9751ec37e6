package dev.atelier.local.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** The rules for passwords, and how they are kept: by bcrypt, whose hashes the real Supabase Auth can read. */
final class Passwords {

    private static final int MINIMUM_CHARACTERS = 6;
    /** Bcrypt looks no further. */
    private static final int MAXIMUM_BYTES = 72;

    private static final int COST = 10;

    private Passwords() {}

    /** The hash of a new password, if it may be one. */
    static String hash(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAXIMUM_BYTES) {
            throw AuthError.invalid("Password cannot be longer than " + MAXIMUM_BYTES + " characters");
        }
        if (password.codePointCount(0, password.length()) < MINIMUM_CHARACTERS) {
            throw AuthError.weakPassword(MINIMUM_CHARACTERS);
        }
        return new String(BCrypt.withDefaults().hash(COST, bytes), StandardCharsets.US_ASCII);
    }

    /** Whether this is the password; no password is that of a user who has none. */
    static boolean matches(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return !hash.isEmpty()
                && bytes.length <= MAXIMUM_BYTES
                && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.US_ASCII)).verified;
    }
}
