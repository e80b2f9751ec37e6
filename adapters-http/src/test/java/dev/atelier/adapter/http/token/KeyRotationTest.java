package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import dev.atelier.port.out.health.Finding.Severity;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys come and go, and the address of the key set does too, while the process goes on. */
@Timeout(60)
class KeyRotationTest {

    private static final Verification INVALID = new Rejected(Reason.INVALID);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MANY = 40;

    /** Less than the patience with the address, so that whoever had waited for it would be late. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Issuer issuer = new Issuer();
    private final SigningKey key = issuer.publish(SigningKey.es256("one"));
    private final SupabaseAuth auth = issuer.open(SignatureProvider.fastest());

    @AfterEach
    void close() {
        auth.close();
        issuer.close();
    }

    @Test
    void a_new_key_is_accepted_at_its_first_use_also_right_after_a_fetch() {
        assertAccepted(token(key));
        auth.healthProbe().probe();
        int before = fetches();

        assertAccepted(token(issuer.publish(SigningKey.es256("two"))));

        assertEquals(before + 1, fetches());
    }

    @Test
    void every_new_key_is_accepted_at_its_first_use_when_they_come_half_a_minute_apart() {
        assertAccepted(token(key));
        for (int i = 0; i < 5; i++) {
            issuer.clock.advance(KeySetSource.COOL_DOWN);

            assertAccepted(token(issuer.publish(SigningKey.es256("next" + i))));
        }
    }

    @Test
    void names_that_are_made_up_cause_one_fetch_in_half_a_minute() {
        assertAccepted(token(key));
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 200; i++) {
                assertEquals(INVALID, verify(token(key.named("made-up" + i))));
            }
            assertEquals(1 + round, fetches());
            issuer.clock.advance(KeySetSource.COOL_DOWN.minus(TICK));
            assertEquals(INVALID, verify(token(key.named("made-up"))));
            assertEquals(1 + round, fetches());
            issuer.clock.advance(TICK);
        }
    }

    @Test
    void names_that_are_made_up_cause_one_fetch_also_when_nothing_was_fetched_before() {
        for (int i = 0; i < 200; i++) {
            assertEquals(INVALID, verify(token(key.named("made-up" + i))));
        }
        assertEquals(1, fetches());
    }

    /** Nobody can tell a name that is made up from one that is about to be published: half a minute is the price. */
    @Test
    void names_that_are_made_up_keep_a_new_key_out_for_half_a_minute_at_most() {
        assertAccepted(token(key));
        assertEquals(INVALID, verify(token(key.named("made-up"))));
        var next = issuer.publish(SigningKey.es256("two"));
        assertEquals(INVALID, verify(token(next)));
        issuer.clock.advance(KeySetSource.COOL_DOWN);

        assertAccepted(token(next));
    }

    @Test
    void a_token_without_a_name_or_with_a_known_one_causes_no_fetch() {
        assertAccepted(token(key));

        assertEquals(INVALID, verify(token(SigningKey.es256("one"))));
        assertEquals(INVALID, verify(SigningKey.es256("one").sign("{\"alg\":\"ES256\"}", issuer.claims())));
        assertEquals(INVALID, verify(key.sign("{\"alg\":\"RS256\",\"kid\":\"one\"}", issuer.claims())));

        assertEquals(1, fetches());
    }

    @Test
    void a_revoked_key_is_refused_ten_minutes_later_while_requests_go_on() {
        var token = token(key);
        assertAccepted(token);
        issuer.withdraw(key);
        issuer.publish(SigningKey.es256("two"));

        var refusedAfter = Stream.iterate(Duration.ZERO, passed -> passed.plus(TICK))
                .peek(passed -> issuer.clock.set(Issuer.START.plus(passed)))
                .filter(passed ->
                        verify(token).equals(INVALID) && verify(token(key)).equals(INVALID))
                .findFirst()
                .orElseThrow();

        assertTrue(refusedAfter.compareTo(KeySetSource.STALE) <= 0, refusedAfter::toString);
    }

    @Test
    void a_revoked_key_is_refused_at_once_after_an_hour_without_requests() {
        var token = sign(key, Duration.ofHours(3));
        assertAccepted(token);
        issuer.withdraw(key);
        issuer.clock.advance(Duration.ofHours(1));

        assertEquals(INVALID, verify(token));
    }

    @Test
    void a_revoked_key_is_refused_after_an_hour_also_when_the_last_attempt_before_it_failed() {
        var token = sign(key, Duration.ofHours(3));
        assertAccepted(token);
        issuer.answer(500);
        issuer.clock.advance(KeySetSource.STALE);
        assertAccepted(token);
        issuer.answerAsItShould();
        issuer.withdraw(key);
        issuer.clock.advance(Duration.ofHours(1));

        assertEquals(INVALID, verify(token));
    }

    @Test
    void a_clock_that_is_set_back_does_not_make_keys_last_longer() {
        var token = token(key);
        assertAccepted(token);
        issuer.withdraw(key);
        issuer.clock.advance(Duration.ofHours(-1));

        assertEquals(INVALID, verify(token));
    }

    /** Looked at again, it would be one of the future. */
    @Test
    void a_token_that_was_accepted_is_not_verified_again() {
        var token = token(key);
        assertAccepted(token);
        issuer.clock.advance(Duration.ofMinutes(-2));

        assertAccepted(token);
        assertEquals(INVALID, verify(key.sign(issuer.claims().issueTime(Date.from(Issuer.START)))));
    }

    @Test
    void keys_are_fetched_again_at_half_their_life_and_nobody_waits_for_that() {
        var token = token(key);
        assertAccepted(token);
        var silence = new CountDownLatch(1);
        answerAfter(silence);
        issuer.clock.advance(KeySetSource.FRESH);

        assertTimeout(AT_ONCE, () -> assertAccepted(token));
        assertTimeout(AT_ONCE, () -> assertAccepted(token));

        awaitFetches(2);
        silence.countDown();
    }

    @Test
    void an_address_that_is_down_does_not_hurt_tokens_of_known_keys() {
        var token = sign(key, Duration.ofHours(20));
        assertAccepted(token);
        issuer.answer(500);
        for (int minutes = 0; minutes < 120; minutes++) {
            issuer.clock.advance(Duration.ofMinutes(1));

            assertAccepted(token);
            assertAccepted(token(key));
        }
    }

    @Test
    void an_address_that_hangs_is_waited_for_once_and_then_tried_behind_the_scenes() {
        var token = sign(key, Duration.ofHours(20));
        assertAccepted(token);
        issuer.answer(500);
        issuer.clock.advance(KeySetSource.STALE);
        assertAccepted(token);
        assertEquals(2, fetches());
        var silence = new CountDownLatch(1);
        answerAfter(silence);
        issuer.clock.advance(KeySetSource.RETRY);

        // The first starts an attempt that does not come back.
        assertTimeout(AT_ONCE, () -> assertAccepted(token));
        assertTimeout(AT_ONCE, () -> assertAccepted(token));

        awaitFetches(3);
        silence.countDown();
    }

    @Test
    void an_address_that_fails_is_left_alone_for_half_a_minute() {
        var token = token(key);
        assertAccepted(token);
        issuer.answer(500);
        issuer.clock.advance(KeySetSource.STALE);
        for (int i = 0; i < 100_000; i++) {
            assertAccepted(token);
        }
        assertEquals(2, fetches());
    }

    @Test
    void without_any_keys_nobody_is_called_a_liar() {
        issuer.answer(500);
        for (int i = 0; i < MANY; i++) {
            assertThrows(PortFailure.Retryable.class, () -> verify(token(key)));
        }
        assertEquals(1, fetches());
        assertThrows(PortFailure.Retryable.class, () -> auth.healthProbe().probe());
        assertEquals(INVALID, verify("x.y.z"));

        issuer.answerAsItShould();
        issuer.clock.advance(TICK);
        assertAccepted(token(key));
    }

    /** It may be the name of a key that we are not able to see: "come again" is true, "invalid" would sign users out. */
    @Test
    void a_name_that_cannot_be_looked_up_is_no_lie_and_half_a_minute_later_it_is_looked_up_again() {
        assertAccepted(token(key));
        issuer.answer(500);
        var next = issuer.publish(SigningKey.es256("two"));
        for (int i = 0; i < MANY; i++) {
            assertThrows(PortFailure.Retryable.class, () -> verify(token(next)));
        }
        assertEquals(2, fetches());
        assertAccepted(token(key));
        issuer.answerAsItShould();
        issuer.clock.advance(KeySetSource.COOL_DOWN);

        assertAccepted(token(next));
    }

    /** Two may run at once, when a name that nobody knows comes while the keys are renewed. */
    @Test
    void an_answer_that_is_late_does_not_bring_old_keys_back() throws Exception {
        var signal = new CountDownLatch(1);
        try (var address = new KeySetAddress(issuer.settings(), SignatureProvider::jdk)) {
            var fetches = new KeySetFetches(address, issuer.clock);
            answerAfter(signal);
            var late = fetches.begin();
            awaitFetches(1);
            issuer.answerAsItShould();
            issuer.publish(SigningKey.es256("two"));
            fetches.begin().join();
            issuer.withdraw(key);
            signal.countDown();
            late.join();

            assertTrue(fetches.newest().orElseThrow().keys().knows("one"));
        }
    }

    @Test
    void whether_there_is_any_key_at_all_is_known() {
        assertEquals(Severity.OK, auth.examine().getFirst().severity());
        issuer.withdraw(key);
        try (var without = issuer.open(SignatureProvider.jdk())) {
            assertEquals(Severity.WARNING, without.examine().getFirst().severity());
        }
    }

    @Test
    void requests_that_come_together_share_the_first_fetch() throws Exception {
        var token = token(key);

        assertEquals(Set.of(true), together(() -> verify(token) instanceof Accepted));
        assertEquals(1, fetches());
    }

    @Test
    void requests_that_come_together_share_the_fetch_for_a_new_key() throws Exception {
        assertAccepted(token(key));
        var token = token(issuer.publish(SigningKey.es256("two")));

        assertEquals(Set.of(true), together(() -> verify(token) instanceof Accepted));
        assertEquals(2, fetches());
    }

    @Test
    void requests_that_come_together_share_the_fetch_after_an_hour() throws Exception {
        var token = sign(key, Duration.ofHours(3));
        assertAccepted(token);
        issuer.clock.advance(Duration.ofHours(1));

        assertEquals(Set.of(true), together(() -> verify(token) instanceof Accepted));
        assertEquals(2, fetches());
    }

    /** What {@code work} comes to when many do it while the key set does not come until all of them have begun. */
    private Set<Boolean> together(Callable<Boolean> work) throws Exception {
        var begun = new CountDownLatch(MANY);
        answerAfter(begun);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit(() -> {
                        begun.countDown();
                        return work.call();
                    }))
                    .toList();
            var outcomes = new HashSet<Boolean>();
            for (var one : all) {
                outcomes.add(one.get(30, TimeUnit.SECONDS));
            }
            return outcomes;
        }
    }

    private void answerAfter(CountDownLatch signal) {
        issuer.answer(exchange -> {
            try {
                if (!signal.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("the signal did not come");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            issuer.publish(exchange);
        });
    }

    private void awaitFetches(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (fetches() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(count, fetches());
    }

    private int fetches() {
        return issuer.fetches.get();
    }

    private String token(SigningKey signer) {
        return sign(signer, Duration.ofHours(2));
    }

    private String sign(SigningKey signer, Duration life) {
        return signer.sign(
                issuer.claims().expirationTime(Date.from(issuer.clock.instant().plus(life))));
    }

    private Verification verify(String token) {
        return auth.tokenVerifier().verify(token);
    }

    private void assertAccepted(String token) {
        assertInstanceOf(Accepted.class, verify(token));
    }
}
