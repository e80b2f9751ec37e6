package dev.atelier.local.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client keeps the secret for, by which it proves that the code which comes back is its own: RFC 7636.
 *
 * @param method {@code s256} or {@code plain}
 */
record CodeChallenge(String value, String method) {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z._~0-9-]+");
    private static final int MINIMUM_LENGTH = 43;
    private static final int MAXIMUM_LENGTH = 128;
    private static final String SHA_256 = "s256";
    private static final String PLAIN = "plain";

    /**
     * The challenge of a request; none if both texts are empty.
     *
     * @throws AuthError {@code validation_failed} if it is not one
     */
    static Optional<CodeChallenge> of(String value, String method) {
        if (value.isEmpty() != method.isEmpty()) {
            throw AuthError.invalid("PKCE flow requires code_challenge_method and code_challenge");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(valid(value, method.toLowerCase(Locale.ROOT)));
    }

    private static CodeChallenge valid(String value, String method) {
        if (value.length() < MINIMUM_LENGTH || value.length() > MAXIMUM_LENGTH) {
            throw AuthError.invalid(
                    "code challenge has to be between " + MINIMUM_LENGTH + " and " + MAXIMUM_LENGTH + " characters");
        }
        if (!FORM.matcher(value).matches()) {
            throw AuthError.invalid(
                    "code challenge can only contain alphanumeric characters, hyphens, periods, underscores and tildes");
        }
        if (!method.equals(SHA_256) && !method.equals(PLAIN)) {
            throw AuthError.invalid("unsupported code_challenge method");
        }
        return new CodeChallenge(value, method);
    }

    /** Whether it was made from this secret. */
    boolean isOf(String verifier) {
        String answer = method.equals(PLAIN)
                ? verifier
                : Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(verifier));
        return MessageDigest.isEqual(answer.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
