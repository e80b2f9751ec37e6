package dev.atelier.local.auth;

/** How somebody who follows the link of a mail comes to a session. */
enum FlowType {
    /** The link brings the session. */
    IMPLICIT(""),
    /** The link brings a code, which only the client that asked for the mail can exchange: RFC 7636. */
    PKCE("pkce_");

    private final String prefix;

    FlowType(String prefix) {
        this.prefix = prefix;
    }

    static FlowType ofToken(String token) {
        return token.startsWith(PKCE.prefix) ? PKCE : IMPLICIT;
    }

    /** Marks the hash of a token as one of this flow. */
    String mark(String hash) {
        return prefix + hash;
    }
}
