package dev.atelier.adapter.http.token;

import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;

/** Form first, then the key, then the signature, and only then what the token says. */
final class SupabaseTokenVerifier implements TokenVerifier {

    private static final Verification INVALID = new Rejected(Reason.INVALID);

    private final TokenHeaders headers = new TokenHeaders();
    private final TrustedKeys keys;
    private final ClaimRules rules;
    private final VerifiedTokens verified;

    SupabaseTokenVerifier(TrustedKeys keys, ClaimRules rules, VerifiedTokens verified) {
        this.keys = keys;
        this.rules = rules;
        this.verified = verified;
    }

    @Override
    public Verification verify(String text) {
        if (text.length() > CompactToken.MAX_LENGTH) {
            return INVALID;
        }
        var digest = TokenDigest.of(text);
        return verified.find(digest)
                .<Verification>map(accepted -> accepted)
                .orElseGet(() -> CompactToken.parse(text)
                        .flatMap(token -> headers.of(token).map(header -> examine(token, header, digest)))
                        .orElse(INVALID));
    }

    private Verification examine(CompactToken token, TokenHeader header, TokenDigest digest) {
        var key = keys.find(header).filter(candidate -> candidate.verifies(token));
        var found = key.flatMap(signer -> token.claims()).map(rules::check).orElse(INVALID);
        if (found instanceof Accepted accepted) {
            headers.keep(token, header);
            verified.remember(digest, accepted, key.orElseThrow());
        }
        return found;
    }
}
