package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.idempotency.IdempotencyRecord;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link IdempotencyRepository}. */
public abstract class IdempotencyRepositoryContract extends PersistenceContract {

    private static final Instant NOW = Samples.AT;
    private static final Instant END = NOW.plus(Duration.ofHours(24));
    private static final IdempotencyRecord ANSWERED = new IdempotencyRecord("f".repeat(128), Samples.ODD_TEXT, END);

    private UserId user = Samples.nobody();

    @BeforeEach
    final void signUp() {
        user = database().newUser();
    }

    @Test
    void aKeyThatWasNeverUsedIsTaken() {
        assertAbsent(take("key", NOW));
    }

    @Test
    void whatWasRecordedIsTold() {
        answer("key", ANSWERED);

        assertEquals(Optional.of(ANSWERED), take("key", NOW));
        assertEquals(Optional.of(ANSWERED), take("key", NOW));
    }

    @Test
    void takeIsRefusedOutsideOfATransaction() {
        assertThrows(IllegalStateException.class, () -> keys().take(user, "key", NOW));
    }

    @Test
    void keysOfTwoUsersHaveNothingToDoWithEachOther() {
        answer("key", ANSWERED);
        user = database().newUser();

        assertAbsent(take("key", NOW));
    }

    @Test
    void keysDifferInEveryCharacter() {
        answer("key", ANSWERED);
        answer(Samples.ODD_TEXT, ANSWERED);

        for (var other : new String[] {"", "Key", "key ", "ke", "k\u00e9y", Samples.ODD_TEXT + "z"}) {
            assertAbsent(take(other, NOW));
        }
        assertEquals(Optional.of(ANSWERED), take(Samples.ODD_TEXT, NOW));
    }

    @Test
    void aKeyMayBeLong() {
        var key = "\ud83d\udc4d".repeat(10_000);
        answer(key, ANSWERED);

        assertEquals(Optional.of(ANSWERED), take(key, NOW));
        assertAbsent(take(key + "!", NOW));
    }

    @Test
    void anAnswerMayBeLong() {
        var answered = new IdempotencyRecord("f", "x".repeat(1_000_000), END);
        answer("key", answered);

        assertEquals(Optional.of(answered), take("key", NOW));
    }

    @Test
    void recordsCountUntilTheirEnd() {
        answer("key", ANSWERED);

        assertEquals(Optional.of(ANSWERED), take("key", END.minusNanos(1_000)));
        assertAbsent(take("key", END));
        answer("other", ANSWERED);
        assertAbsent(take("other", END.plusSeconds(1)));
    }

    @Test
    void aKeyWhoseRecordHasEndedCanBeUsedAgain() {
        answer("key", ANSWERED);
        var again = new IdempotencyRecord("again", "second", END.plus(Duration.ofHours(24)));
        database().transactions().run(() -> {
            assertAbsent(keys().take(user, "key", END));
            keys().record(user, "key", again);
        });

        assertEquals(Optional.of(again), take("key", END));
    }

    @Test
    void aKeyIsFreeAgainWhenTheTransactionIsUndone() {
        attempt(() -> {
            assertAbsent(keys().take(user, "key", NOW));
            keys().record(user, "key", ANSWERED);
            throw new IllegalArgumentException("no");
        });

        assertAbsent(take("key", NOW));
    }

    @Test
    void whoWantsATakenKeyWaitsAndIsToldWhatWasRecorded() {
        var second = database().transactions().execute(() -> {
            assertAbsent(keys().take(user, "key", NOW));
            var waiting = startToTake();
            Concurrently.assertWaits(waiting);
            keys().record(user, "key", ANSWERED);
            return waiting;
        });

        assertEquals(Optional.of(ANSWERED), Concurrently.result(second));
    }

    @Test
    void whoWantsATakenKeyTakesItWhenTheFirstTransactionIsUndone() {
        var second = new CompletableFuture<Optional<IdempotencyRecord>>();
        attempt(() -> {
            assertAbsent(keys().take(user, "key", NOW));
            var waiting = startToTake();
            Concurrently.assertWaits(waiting);
            Thread.ofVirtual().start(() -> second.complete(Concurrently.result(waiting)));
            throw new IllegalArgumentException("no");
        });

        assertAbsent(Concurrently.result(second));
    }

    private Future<Optional<IdempotencyRecord>> startToTake() {
        return Concurrently.start(() -> take("key", NOW));
    }

    @Test
    void ofManyWhoWantOneKeyExactlyOneTakesIt() {
        assertOneWins(Concurrently.all(
                8,
                () -> database().transactions().execute(() -> {
                    boolean taken = keys().take(user, "key", NOW).isEmpty();
                    if (taken) {
                        keys().record(user, "key", ANSWERED);
                    }
                    return taken;
                })));
    }

    @Test
    void removeExpiredRemovesRecordsThatHaveEndedUpToTheLimit() {
        for (int number = 0; number < 5; number++) {
            answer("key " + number, ANSWERED);
        }
        var lasting = new IdempotencyRecord("f", "lasting", END.plusSeconds(1));
        answer("lasting", lasting);

        assertEquals(0, keys().removeExpired(END.minusNanos(1_000), 10));
        assertEquals(2, keys().removeExpired(END, 2));
        assertEquals(3, keys().removeExpired(END, 10));
        assertEquals(0, keys().removeExpired(END, 10));
        assertEquals(Optional.of(lasting), take("lasting", END));
    }

    @Test
    void recordsGoWithTheirUser() {
        answer("key", ANSWERED);
        database().removeUser(user);

        assertEquals(0, keys().removeExpired(END, 10));
    }

    private IdempotencyRepository keys() {
        return database().idempotency();
    }

    private Optional<IdempotencyRecord> take(String key, Instant now) {
        return database().transactions().execute(() -> keys().take(user, key, now));
    }

    private void answer(String key, IdempotencyRecord answered) {
        database().transactions().run(() -> {
            assertAbsent(keys().take(user, key, NOW));
            keys().record(user, key, answered);
        });
    }
}
