package dev.atelier.adapter.http.token;

import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.util.Optional;

/** Form first, then the key, then the signature, and only then what the token says. */
final class SupabaseTokenVerifier implements TokenVerifier {

    private static final Verification INVALID = new Rejected(Reason.INVALID);

    private final KeySetSource keys;
    private final ClaimRules rules;
    private final VerifiedTokens verified;

    SupabaseTokenVerifier(KeySetSource keys, ClaimRules rules, VerifiedTokens verified) {
        this.keys = keys;
        this.rules = rules;
        this.verified = verified;
    }

    @Override
    public Verification verify(String text) {
        var token = CompactToken.parse(text);
        var header = token.map(CompactToken::header).flatMap(TokenHeader::of);
        if (token.isEmpty() || header.isEmpty()) {
            return INVALID;
        }
        return verified.find(text, keys.current())
                .<Verification>map(accepted -> accepted)
                .orElseGet(() -> examine(text, token.get(), header.get()));
    }

    private Verification examine(String text, CompactToken token, TokenHeader header) {
        var key = key(header).filter(candidate -> candidate.verifies(token));
        if (key.isEmpty()) {
            return INVALID;
        }
        var found = rules.check(token.claims());
        if (found instanceof Accepted accepted) {
            verified.remember(text, accepted, key.get());
        }
        return found;
    }

    /** A key that nobody knows may have been published a moment ago. */
    private Optional<VerificationKey> key(TokenHeader header) {
        return keys.current()
                .find(header.algorithm(), header.keyId())
                .or(() -> keys.refreshed().find(header.algorithm(), header.keyId()));
    }
}
