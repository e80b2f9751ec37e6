package dev.atelier.local.auth;

import java.util.Arrays;
import java.util.Set;

/** What a client says it verifies, and the one-time tokens that do. */
enum VerificationType {
    SIGNUP("signup"),
    INVITE("invite"),
    RECOVERY("recovery"),
    MAGIC_LINK("magiclink"),
    EMAIL("email"),
    EMAIL_CHANGE("email_change");

    private final String text;

    VerificationType(String text) {
        this.text = text;
    }

    /** @throws AuthError {@code validation_failed} if it is missing, or none that there is */
    static VerificationType of(String text) {
        if (text.isEmpty()) {
            throw AuthError.invalid("Verify requires a verification type");
        }
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> AuthError.invalid("Invalid email verification type"));
    }

    /** As clients write it. */
    String text() {
        return text;
    }

    Set<OneTimeTokenType> tokens() {
        return switch (this) {
            case SIGNUP, INVITE -> Set.of(OneTimeTokenType.CONFIRMATION);
            case RECOVERY, MAGIC_LINK -> Set.of(OneTimeTokenType.RECOVERY);
            case EMAIL -> Set.of(OneTimeTokenType.CONFIRMATION, OneTimeTokenType.RECOVERY);
            // A new address is used at once: no token is ever mailed for it.
            case EMAIL_CHANGE -> Set.of();
        };
    }
}
