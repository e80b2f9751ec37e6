package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An identity provider and verifier in one: it accepts what it has issued. Safe for use by many threads. */
public final class InMemoryTokenVerifier implements TokenVerifier {

    private final Map<String, Verification> issued = new ConcurrentHashMap<>();
    private final InstantSource clock;

    InMemoryTokenVerifier(InstantSource clock) {
        this.clock = clock;
    }

    /** A token of a user who is in a session of their own, until {@code expiresAt}. */
    public String issue(UserId user, Instant expiresAt) {
        return issue(new Accepted(user, expiresAt, UUID.randomUUID(), false));
    }

    /** A token that stands for {@code found} until that expires. */
    public String issue(Accepted found) {
        return remember(found);
    }

    /** A token for access without a user. */
    public String issueKey() {
        return remember(new Rejected(Reason.ROLE_NOT_ALLOWED));
    }

    private String remember(Verification found) {
        var token = "memory-" + UUID.randomUUID();
        issued.put(token, found);
        return token;
    }

    @Override
    public Verification verify(String token) {
        var found = issued.getOrDefault(token, new Rejected(Reason.INVALID));
        return found instanceof Accepted accepted && !clock.instant().isBefore(accepted.expiresAt())
                ? new Rejected(Reason.EXPIRED)
                : found;
    }
}
