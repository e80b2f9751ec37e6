package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobRepository}. */
public abstract class JobRepositoryContract extends PersistenceContract {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LESS_THAN_LEASE = Duration.ofMinutes(9);
    private static final Duration MORE_THAN_LEASE = Duration.ofMinutes(11);

    private UserId owner = Samples.nobody();

    @BeforeEach
    final void signUp() {
        owner = database().newUser();
    }

    @Test
    void aNewJobMayBeClaimedAtOnce() {
        var job = newJob();
        var claim = claim(job);

        assertEquals(job, claim.job());
        assertEquals(1, claim.attempt());
    }

    @Test
    void everyKindOfTaskSurvives() {
        for (var task : List.of(
                new Task.RemoveDeletedFiles(),
                new Task.ExecuteStep(new RunId(Samples.newId()), new NodeId("\u00fcberschrift_\u05e9-1"), 0),
                new Task.ExecuteStep(new RunId(Samples.newId()), new NodeId("a"), 999))) {
            var job = new Job(new JobId(Samples.newId()), owner, task);
            jobs().insert(job);

            assertEquals(job, claim(job).job());
        }
    }

    @Test
    void insertIsRefusedWhenTheOwnerHasNeverExisted() {
        var job = Samples.job(Samples.nobody());

        assertThrows(DomainException.UserNotProvisioned.class, () -> jobs().insert(job));
        assertAbsent(jobs().claim(job.id(), LEASE));
    }

    @Test
    void insertIsRefusedWhenTheOwnerExistsNoMore() {
        database().removeUser(owner);

        assertThrows(DomainException.UserNotProvisioned.class, () -> jobs().insert(Samples.job(owner)));
    }

    @Test
    void aJobIsUndoneWithTheTransactionThatInsertedIt() {
        var job = Samples.job(owner);
        attempt(() -> {
            jobs().insert(job);
            throw new IllegalArgumentException("no");
        });

        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(List.of(), jobs().claimDue(10, LEASE));
    }

    @Test
    void thereIsNoClaimOfAJobThatIsNotThere() {
        newJob();

        assertAbsent(jobs().claim(new JobId(Samples.newId()), LEASE));
    }

    @Test
    void aClaimedJobIsNotToBeHad() {
        var job = newJob();
        claim(job);

        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(List.of(), jobs().claimDue(10, LEASE));
    }

    @Test
    void aClaimedJobIsNotToBeHadWhenItsLeaseHasRunOutUntilItIsReleased() {
        var job = newJob();
        claim(job);
        database().elapse(MORE_THAN_LEASE);

        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(1, jobs().releaseExpired());
        assertPresent(jobs().claim(job.id(), LEASE));
    }

    @Test
    void ofManyWhoClaimOneJobExactlyOneGetsIt() {
        for (int round = 0; round < 10; round++) {
            var job = newJob();

            assertOneWins(
                    Concurrently.all(8, () -> jobs().claim(job.id(), LEASE).isPresent()));
        }
    }

    @Test
    void ofManyWhoClaimWhatIsDueEachJobGoesToOne() {
        var inserted = Stream.generate(this::newJob).limit(20).map(Job::id).collect(Collectors.toSet());
        var claimed = Concurrently.all(8, () -> jobs().claimDue(5, LEASE)).stream()
                .flatMap(Collection::stream)
                .map(claim -> claim.job().id())
                .toList();

        assertEquals(claimed.size(), Set.copyOf(claimed).size());
        assertTrue(inserted.containsAll(claimed));
        jobs().claimDue(20, LEASE);
        assertEquals(List.of(), jobs().claimDue(20, LEASE));
    }

    @Test
    void claimDueIsLimited() {
        newJob();
        newJob();
        newJob();

        assertEquals(2, jobs().claimDue(2, LEASE).size());
        assertEquals(1, jobs().claimDue(2, LEASE).size());
    }

    @Test
    void claimDueTakesThoseFirstWhoseTimeCameFirst() {
        var last = newPostponedJob(Duration.ofMinutes(3));
        var first = newPostponedJob(Duration.ofMinutes(1));
        var second = newPostponedJob(Duration.ofMinutes(2));
        database().elapse(Duration.ofMinutes(5));

        var claimed = Stream.generate(() -> jobs().claimDue(1, LEASE))
                .limit(3)
                .flatMap(List::stream)
                .map(claim -> claim.job().id())
                .toList();
        assertEquals(List.of(first, second, last), claimed);
    }

    @Test
    void claimDueLeavesJobsWhoseTimeHasNotCome() {
        var later = newPostponedJob(Duration.ofMinutes(3));
        var now = newJob();

        assertEquals(List.of(now.id()), ids(jobs().claimDue(10, LEASE)));
        database().elapse(Duration.ofMinutes(4));
        assertEquals(List.of(later), ids(jobs().claimDue(10, LEASE)));
    }

    @Test
    void aLaterClaimHasAHigherFencingNumberAndTheNextAttempt() {
        var job = newJob();
        var first = claim(job);
        expire();
        var second = claim(job);

        assertTrue(second.fence() > first.fence());
        assertEquals(2, second.attempt());
    }

    @Test
    void claimDueCountsAttemptsToo() {
        newJob();
        assertEquals(1, jobs().claimDue(1, LEASE).getFirst().attempt());
        expire();
        assertEquals(2, jobs().claimDue(1, LEASE).getFirst().attempt());
    }

    @Test
    void aLeaseThatIsRenewedRunsFromNow() {
        var claim = claim(newJob());
        database().elapse(LESS_THAN_LEASE);
        assertTrue(jobs().renew(claim, LEASE));
        database().elapse(LESS_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        database().elapse(LESS_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
    }

    @Test
    void aClaimHoldsAlsoWhenItsLeaseHasRunOut() {
        assertTrue(afterItsLease(claim -> jobs().renew(claim, LEASE)));
        assertTrue(afterItsLease(claim -> jobs().giveBack(claim)));
        assertTrue(afterItsLease(claim -> jobs().postpone(claim, LEASE, "why")));
        assertTrue(afterItsLease(claim -> jobs().bury(claim, "why")));
        assertTrue(afterItsLease(claim -> jobs().complete(claim)));
        assertTrue(afterItsLease(claim -> database().transactions().execute(() -> jobs().hold(claim))));
    }

    private boolean afterItsLease(Predicate<Claim> call) {
        var claim = claim(newJob());
        database().elapse(MORE_THAN_LEASE);
        return call.test(claim);
    }

    @Test
    void aClaimHoldsNoMoreWhenTheJobHasBeenClaimedAfterIt() {
        var job = newJob();
        var lost = claim(job);
        expire();
        var holding = claim(job);

        assertFalse(jobs().renew(lost, LEASE));
        assertFalse(database().transactions().execute(() -> jobs().hold(lost)));
        assertTrue(jobs().renew(holding, LEASE));
    }

    @Test
    void inTheNameOfALostClaimNothingChanges() {
        var job = newJob();
        var lost = claim(job);
        expire();
        var holding = claim(job);

        assertFalse(jobs().complete(lost));
        assertFalse(jobs().postpone(lost, LEASE, "why"));
        assertFalse(jobs().giveBack(lost));
        assertFalse(jobs().bury(lost, "why"));
        assertFalse(jobs().renew(lost, Duration.ofDays(1)));
        assertAbsent(jobs().claim(job.id(), LEASE));
        database().elapse(MORE_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
        assertEquals(
                holding.attempt() + 1,
                jobs().claim(job.id(), LEASE).orElseThrow().attempt());
    }

    @Test
    void aClaimThatWasUsedUpHoldsNoMore() {
        var completed = claim(newJob());
        assertTrue(jobs().complete(completed));
        assertFalse(jobs().complete(completed));
        assertFalse(jobs().renew(completed, LEASE));
        var buried = claim(newJob());
        assertTrue(jobs().bury(buried, "why"));
        assertFalse(jobs().complete(buried));
        var postponed = claim(newJob());
        assertTrue(jobs().postpone(postponed, LEASE, "why"));
        assertFalse(jobs().complete(postponed));
        var givenBack = claim(newJob());
        assertTrue(jobs().giveBack(givenBack));
        assertFalse(jobs().giveBack(givenBack));
    }

    @Test
    void holdIsRefusedOutsideOfATransaction() {
        var claim = claim(newJob());

        assertThrows(IllegalStateException.class, () -> jobs().hold(claim));
    }

    @Test
    void nobodyElseGetsAHeldJobBeforeTheEndOfTheTransactionWhateverItsLease() {
        var job = newJob();
        var claim = claim(job);
        database().elapse(MORE_THAN_LEASE);
        var other = database().transactions().execute(() -> {
            assertTrue(jobs().hold(claim));
            var claiming = Concurrently.start(() -> {
                jobs().releaseExpired();
                return jobs().claim(job.id(), LEASE);
            });
            // it may wait, or be told at once that there is none
            if (Concurrently.finishes(claiming)) {
                assertAbsent(Concurrently.result(claiming));
            }
            assertTrue(jobs().complete(claim));
            return claiming;
        });

        assertAbsent(Concurrently.result(other));
    }

    @Test
    void aHeldJobIsToBeHadAgainAfterTheTransaction() {
        var job = newJob();
        var claim = claim(job);
        assertTrue(database().transactions().execute(() -> jobs().hold(claim)));
        expire();

        assertPresent(jobs().claim(job.id(), LEASE));
    }

    @Test
    void aCompletedJobIsGone() {
        var job = newJob();
        assertTrue(jobs().complete(claim(job)));
        database().elapse(MORE_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(List.of(), jobs().claimDue(10, LEASE));
        assertEquals(List.of(), jobs().listOverdue(Duration.ZERO, 10));
    }

    @Test
    void completeIsUndoneWithItsTransaction() {
        var claim = claim(newJob());
        attempt(() -> {
            assertTrue(jobs().complete(claim));
            throw new IllegalArgumentException("no");
        });

        assertTrue(jobs().complete(claim));
    }

    @Test
    void ofManyWhoCompleteOneClaimExactlyOneDoes() {
        var claim = claim(newJob());

        assertOneWins(Concurrently.all(8, () -> jobs().complete(claim)));
    }

    @Test
    void aPostponedJobWaitsForItsDelay() {
        var job = newJob();
        assertTrue(jobs().postpone(claim(job), Duration.ofMinutes(5), Samples.ODD_TEXT));

        database().elapse(Duration.ofMinutes(4));
        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(List.of(), jobs().claimDue(10, LEASE));
        database().elapse(Duration.ofMinutes(2));
        assertEquals(2, claim(job).attempt());
    }

    @Test
    void aJobThatIsPostponedByNothingMayBeClaimedAtOnce() {
        var job = newJob();
        assertTrue(jobs().postpone(claim(job), Duration.ZERO, "why"));

        assertEquals(2, claim(job).attempt());
    }

    @Test
    void aJobThatWasGivenBackMayBeClaimedAtOnceAndTheAttemptIsNotCounted() {
        var job = newJob();
        var first = claim(job);
        assertTrue(jobs().giveBack(first));
        var again = claim(job);

        assertEquals(1, again.attempt());
        assertTrue(again.fence() > first.fence());
    }

    @Test
    void aBuriedJobIsNotToBeHad() {
        var job = newJob();
        assertTrue(jobs().bury(claim(job), Samples.ODD_TEXT));
        database().elapse(MORE_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        assertAbsent(jobs().claim(job.id(), LEASE));
        assertEquals(List.of(), jobs().claimDue(10, LEASE));
        assertEquals(List.of(), jobs().listOverdue(Duration.ZERO, 10));
    }

    @Test
    void releaseExpiredLetsEveryClaimedJobWaitAgainWhoseLeaseHasRunOut() {
        var one = newJob();
        var other = newJob();
        claim(one);
        claim(other);
        database().elapse(LESS_THAN_LEASE);
        var fresh = newJob();
        claim(fresh);
        newJob();
        database().elapse(Duration.ofMinutes(2));

        assertEquals(2, jobs().releaseExpired());
        assertEquals(0, jobs().releaseExpired());
        assertAbsent(jobs().claim(fresh.id(), LEASE));
        assertPresent(jobs().claim(one.id(), LEASE));
        assertPresent(jobs().claim(other.id(), LEASE));
    }

    @Test
    void listOverdueHasTheLongestWaitingFirst() {
        var last = newPostponedJob(Duration.ofMinutes(3));
        var first = newPostponedJob(Duration.ofMinutes(1));
        var second = newPostponedJob(Duration.ofMinutes(2));
        database().elapse(Duration.ofMinutes(5));

        assertEquals(List.of(first, second, last), jobs().listOverdue(Duration.ZERO, 10));
        assertEquals(List.of(first, second), jobs().listOverdue(Duration.ZERO, 2));
    }

    @Test
    void listOverdueHasJobsWhoseTimeCameAtLeastThatLongAgo() {
        var job = newJob();
        assertEquals(List.of(), jobs().listOverdue(Duration.ofMinutes(5), 10));
        database().elapse(Duration.ofMinutes(6));

        assertEquals(List.of(job.id()), jobs().listOverdue(Duration.ofMinutes(5), 10));
        assertEquals(List.of(), jobs().listOverdue(Duration.ofMinutes(7), 10));
    }

    @Test
    void listOverdueHasNeitherClaimedJobsNorThoseWhoseTimeHasNotCome() {
        claim(newJob());
        newPostponedJob(Duration.ofHours(1));
        database().elapse(MORE_THAN_LEASE);

        assertEquals(List.of(), jobs().listOverdue(Duration.ZERO, 10));
    }

    @Test
    void jobsGoWithTheirOwner() {
        var waiting = newJob();
        var claimed = claim(newJob());
        database().removeUser(owner);

        assertAbsent(jobs().claim(waiting.id(), LEASE));
        assertFalse(jobs().complete(claimed));
        assertEquals(List.of(), jobs().listOverdue(Duration.ZERO, 10));
    }

    private JobRepository jobs() {
        return database().jobs();
    }

    private Job newJob() {
        var job = Samples.job(owner);
        jobs().insert(job);
        return job;
    }

    private JobId newPostponedJob(Duration delay) {
        var job = newJob();
        assertTrue(jobs().postpone(claim(job), delay, "why"));
        return job.id();
    }

    private Claim claim(Job job) {
        return jobs().claim(job.id(), LEASE).orElseThrow();
    }

    private void expire() {
        database().elapse(MORE_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
    }

    private static List<JobId> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.job().id()).toList();
    }
}
