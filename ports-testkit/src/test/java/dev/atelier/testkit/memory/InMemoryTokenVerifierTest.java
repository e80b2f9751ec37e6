package dev.atelier.testkit.memory;

import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.testkit.SettableClock;
import dev.atelier.testkit.TokenVerifierContract;
import java.time.Duration;
import java.time.Instant;

final class InMemoryTokenVerifierTest extends TokenVerifierContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final InMemoryTokenVerifier verifier = new InMemoryTokenVerifier(clock);

    @Override
    protected TokenVerifier verifier() {
        return verifier;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void elapse(Duration time) {
        clock.advance(time);
    }

    @Override
    protected String issue(Accepted expected) {
        return verifier.issue(expected);
    }

    @Override
    protected String issueKey() {
        return verifier.issueKey();
    }
}
