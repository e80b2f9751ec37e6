package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link TokenVerifier}. What is particular to a kind of token is for the tests of its adapter. */
@Timeout(120)
public abstract class TokenVerifierContract {

    private static final Duration VALIDITY = Duration.ofHours(1);

    /** The verifier under test, always the same one. */
    protected abstract TokenVerifier verifier();

    /** What time it is for the verifier, to the second. */
    protected abstract Instant now();

    /** Lets time pass for the verifier. */
    protected abstract void elapse(Duration time);

    /** A token of the provider for which {@code expected} is to be found. */
    protected abstract String issue(Accepted expected);

    /** A token of the provider that is valid and stands for no user. */
    protected abstract String issueKey();

    @Test
    void aTokenOfAUserIsAccepted() {
        var expected = accepted();

        assertEquals(expected, verify(issue(expected)));
    }

    @Test
    void anAnonymousUserIsAccepted() {
        var expected = new Accepted(Samples.nobody(), end(), UUID.randomUUID(), true);

        assertEquals(expected, verify(issue(expected)));
    }

    @Test
    void aTokenIsAcceptedAgainAndAgain() {
        var expected = accepted();
        var token = issue(expected);

        for (int round = 0; round < 5; round++) {
            assertEquals(expected, verify(token));
        }
    }

    @Test
    void tokensOfTwoUsersAreNotMixedUp() {
        var one = accepted();
        var other = accepted();
        var tokenOfOne = issue(one);
        var tokenOfOther = issue(other);

        assertEquals(one, verify(tokenOfOne));
        assertEquals(other, verify(tokenOfOther));
        assertEquals(one, verify(tokenOfOne));
    }

    @Test
    void aTokenIsRejectedWhenItsTimeIsOver() {
        var token = issue(accepted());
        elapse(VALIDITY.plusMinutes(5));

        assertEquals(new Rejected(Reason.EXPIRED), verify(token));
    }

    @Test
    void aTokenThatWasAcceptedBeforeIsRejectedWhenItsTimeIsOver() {
        var expected = accepted();
        var token = issue(expected);
        assertEquals(expected, verify(token));
        elapse(VALIDITY.minusMinutes(5));
        assertEquals(expected, verify(token));
        elapse(Duration.ofMinutes(10));

        assertEquals(new Rejected(Reason.EXPIRED), verify(token));
    }

    @Test
    void aTokenThatStandsForNoUserIsRejected() {
        assertEquals(new Rejected(Reason.ROLE_NOT_ALLOWED), verify(issueKey()));
    }

    @Test
    void anythingThatIsNoTokenIsRejected() {
        var valid = issue(accepted());
        Stream.concat(
                        Stream.of(
                                "",
                                " ",
                                ".",
                                "..",
                                "...",
                                "null",
                                "Bearer",
                                "\u0000",
                                "\ud800",
                                Samples.ODD_TEXT,
                                "e30.e30.",
                                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                                "{\"payload\":\"e30\",\"signature\":\"e30\"}",
                                "x".repeat(1_000_000),
                                ".".repeat(100_000)),
                        Stream.of(
                                valid + "x",
                                "x" + valid,
                                valid + ".",
                                " " + valid,
                                valid + "\n",
                                valid + "=",
                                "Bearer " + valid,
                                valid.substring(1),
                                valid.substring(0, valid.length() - 1),
                                valid.substring(0, valid.length() / 2),
                                valid + valid))
                .forEach(token -> assertEquals(new Rejected(Reason.INVALID), verify(token), () -> "for " + token));
    }

    @Test
    void aTokenOfWhichOneCharacterWasChangedIsRejected() {
        var valid = issue(accepted());
        for (int index = valid.indexOf('-') + 1; index < valid.length(); index += 1 + valid.length() / 40) {
            char other = valid.charAt(index) == 'A' ? 'B' : 'A';
            var changed = valid.substring(0, index) + other + valid.substring(index + 1);

            assertEquals(new Rejected(Reason.INVALID), verify(changed));
        }
    }

    @Test
    void manyThreadsCanVerifyAtOnce() {
        var expected = accepted();
        var token = issue(expected);
        var outcomes = Concurrently.all(
                16, () -> verify(token).equals(expected) && verify(token + "x").equals(new Rejected(Reason.INVALID)));

        assertFalse(outcomes.contains(false));
    }

    @Test
    void whatWasRejectedDoesNotSpoilWhatIsValid() {
        var expected = accepted();
        var token = issue(expected);
        for (var bad : List.of(token + "x", "", token.substring(1))) {
            assertEquals(new Rejected(Reason.INVALID), verify(bad));
            assertEquals(expected, verify(token));
        }
    }

    private Verification verify(String token) {
        return verifier().verify(token);
    }

    private Accepted accepted() {
        return new Accepted(newUser(), end(), UUID.randomUUID(), false);
    }

    private static UserId newUser() {
        return Samples.nobody();
    }

    private Instant end() {
        return now().plus(VALIDITY);
    }
}
