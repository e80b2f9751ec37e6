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
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.Taken.Left;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Set<Queue> ALL = EnumSet.allOf(Queue.class);
    private static final int MANY = 1_000;

    private final Map<JobId, Claim> alongside = new HashMap<>();
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
                new Task.MailAboutRun(new RunId(Samples.newId())),
                new Task.ExecuteStep(new RunId(Samples.newId()), new NodeId("\u00fcberschrift_\u05e9-1"), 0),
                new Task.ExecuteStep(new RunId(Samples.newId()), new NodeId("a"), 999))) {
            var job = Job.of(new JobId(Samples.newId()), owner, task);
            jobs().insert(job);

            assertEquals(job, claim(job).job());
        }
    }

    @Test
    void insertIsRefusedWhenTheOwnerHasNeverExisted() {
        var job = Samples.job(Samples.nobody());

        assertThrows(DomainException.UserNotProvisioned.class, () -> jobs().insert(job));
        assertAbsent(tryClaim(job.id()));
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

        assertAbsent(tryClaim(job.id()));
        assertEquals(List.of(), claimDue(10));
    }

    @Test
    void aJobThatIsClaimedFromTheBeginningIsNotToBeHad() {
        var job = Samples.job(owner);
        var claim = jobs().insertClaimed(job, LEASE);

        assertEquals(job, claim.job());
        assertEquals(1, claim.attempt());
        assertEquals(JobState.CLAIMED, record(job.id()).state());
        assertAbsent(tryClaim(job.id()));
        assertTrue(renew(claim));
        assertTrue(jobs().complete(claim));
        assertEquals(JobState.DONE, record(job.id()).state());
    }

    @Test
    void theLeaseOfAJobThatIsClaimedFromTheBeginningRunsOut() {
        var job = Samples.job(owner);
        var first = jobs().insertClaimed(job, LEASE);
        database().elapse(LESS_THAN_LEASE);
        assertEquals(0, jobs().releaseExpired());
        database().elapse(MORE_THAN_LEASE.minus(LESS_THAN_LEASE));
        assertEquals(1, jobs().releaseExpired());

        var second = claim(job);
        assertEquals(2, second.attempt());
        assertTrue(second.fence() > first.fence());
        assertFalse(jobs().complete(first));
        assertTrue(jobs().complete(second));
    }

    @Test
    void aJobThatIsClaimedFromTheBeginningMayBeGivenBackOrPostponed() {
        var givenBack = Samples.job(owner);
        assertTrue(jobs().giveBack(jobs().insertClaimed(givenBack, LEASE)));
        assertEquals(1, claim(givenBack).attempt());
        var postponed = Samples.job(owner);
        assertTrue(jobs().postpone(jobs().insertClaimed(postponed, LEASE), Duration.ZERO, "why"));
        assertEquals(2, claim(postponed).attempt());
    }

    @Test
    void aJobThatIsClaimedFromTheBeginningCountsAmongThoseOfItsOwner() {
        var claim = jobs().insertClaimed(Samples.job(owner), LEASE);
        var waiting = newJob();

        assertEquals(List.of(), jobs().claimDue(ALL, 10, 1, LEASE).claims());
        assertTrue(jobs().complete(claim));
        assertEquals(
                List.of(waiting.id()), ids(jobs().claimDue(ALL, 10, 1, LEASE).claims()));
    }

    @Test
    void aJobWithAKeyIsNotClaimedFromTheBeginning() {
        var job = Samples.job(owner);
        var keyed = new Job(job.id(), owner, job.queue(), job.task(), Optional.of("key"));

        assertThrows(IllegalArgumentException.class, () -> jobs().insertClaimed(keyed, LEASE));
        assertEquals(Optional.empty(), database().jobRecords().find(job.id()));
    }

    @Test
    void insertClaimedIsRefusedWhenTheOwnerDoesNotExist() {
        var job = Samples.job(Samples.nobody());

        assertThrows(DomainException.UserNotProvisioned.class, () -> jobs().insertClaimed(job, LEASE));
    }

    @Test
    void aJobThatIsClaimedFromTheBeginningIsUndoneWithItsTransaction() {
        var job = Samples.job(owner);
        attempt(() -> {
            jobs().insertClaimed(job, LEASE);
            throw new IllegalArgumentException("no");
        });

        assertEquals(Optional.empty(), database().jobRecords().find(job.id()));
    }

    @Test
    void thereIsNoClaimOfAJobThatIsNotThere() {
        newJob();

        assertAbsent(tryClaim(new JobId(Samples.newId())));
    }

    @Test
    void aClaimedJobIsNotToBeHad() {
        var job = newJob();
        claim(job);

        assertAbsent(tryClaim(job.id()));
        assertEquals(List.of(), claimDue(10));
    }

    @Test
    void aClaimedJobIsNotToBeHadWhenItsLeaseHasRunOutUntilItIsReleased() {
        var job = newJob();
        claim(job);
        database().elapse(MORE_THAN_LEASE);

        assertAbsent(tryClaim(job.id()));
        assertEquals(1, jobs().releaseExpired());
        assertPresent(tryClaim(job.id()));
    }

    @Test
    void ofManyWhoClaimWhenOneJobIsDueExactlyOneGetsIt() {
        for (int round = 0; round < 10; round++) {
            newJob();

            assertOneWins(Concurrently.all(8, () -> claimDue(1).size() == 1));
        }
    }

    @Test
    void ofManyWhoClaimWhatIsDueEachJobGoesToOne() {
        var inserted = Stream.generate(this::newJob).limit(20).map(Job::id).collect(Collectors.toSet());
        var claimed = Concurrently.all(8, () -> claimDue(5)).stream()
                .flatMap(Collection::stream)
                .map(claim -> claim.job().id())
                .toList();

        assertEquals(claimed.size(), Set.copyOf(claimed).size());
        assertTrue(inserted.containsAll(claimed));
        claimDue(20);
        assertEquals(List.of(), claimDue(20));
    }

    @Test
    void claimDueIsLimited() {
        newJob();
        newJob();
        newJob();

        assertEquals(2, claimDue(2).size());
        assertEquals(1, claimDue(2).size());
    }

    @Test
    void claimDueTakesThoseFirstWhoseTimeCameFirst() {
        var last = newPostponedJob(Duration.ofMinutes(3));
        var first = newPostponedJob(Duration.ofMinutes(1));
        var second = newPostponedJob(Duration.ofMinutes(2));
        database().elapse(Duration.ofMinutes(5));

        var claimed = Stream.generate(() -> claimDue(1))
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

        assertEquals(List.of(now.id()), ids(claimDue(10)));
        database().elapse(Duration.ofMinutes(4));
        assertEquals(List.of(later), ids(claimDue(10)));
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
        assertEquals(1, claimDue(1).getFirst().attempt());
        expire();
        assertEquals(2, claimDue(1).getFirst().attempt());
    }

    @Test
    void aLeaseThatIsRenewedRunsFromNow() {
        var claim = claim(newJob());
        database().elapse(LESS_THAN_LEASE);
        assertTrue(renew(claim));
        database().elapse(LESS_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        database().elapse(LESS_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
    }

    @Test
    void aClaimHoldsAlsoWhenItsLeaseHasRunOut() {
        assertTrue(afterItsLease(claim -> renew(claim)));
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

        assertFalse(renew(lost));
        assertFalse(database().transactions().execute(() -> jobs().hold(lost)));
        assertTrue(renew(holding));
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
        assertEquals(Set.of(), jobs().renew(List.of(lost), Duration.ofDays(1)));
        assertAbsent(tryClaim(job.id()));
        database().elapse(MORE_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
        assertEquals(holding.attempt() + 1, tryClaim(job.id()).orElseThrow().attempt());
    }

    @Test
    void aClaimThatWasUsedUpHoldsNoMore() {
        var completed = claim(newJob());
        assertTrue(jobs().complete(completed));
        assertFalse(jobs().complete(completed));
        assertFalse(renew(completed));
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
                return tryClaim(job.id());
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

        assertPresent(tryClaim(job.id()));
    }

    @Test
    void aCompletedJobIsDoneAndNotToBeHad() {
        var job = newJob();
        assertTrue(jobs().complete(claim(job)));
        assertEquals(JobState.DONE, record(job.id()).state());
        database().elapse(MORE_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        assertAbsent(tryClaim(job.id()));
        assertEquals(List.of(), claimDue(10));
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
        assertAbsent(tryClaim(job.id()));
        assertEquals(List.of(), claimDue(10));
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
        assertEquals(JobState.DEAD, record(job.id()).state());
        assertEquals(Optional.of(Samples.ODD_TEXT), record(job.id()).error());
        database().elapse(MORE_THAN_LEASE);

        assertEquals(0, jobs().releaseExpired());
        assertAbsent(tryClaim(job.id()));
        assertEquals(List.of(), claimDue(10));
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
        assertAbsent(tryClaim(fresh.id()));
        assertPresent(tryClaim(one.id()));
        assertPresent(tryClaim(other.id()));
    }

    @Test
    void aDelayedJobWaitsForItsDelay() {
        var job = Samples.job(owner);
        jobs().insert(job, Duration.ofMinutes(5));

        database().elapse(Duration.ofMinutes(4));
        assertAbsent(tryClaim(job.id()));
        database().elapse(Duration.ofMinutes(2));
        assertPresent(tryClaim(job.id()));
    }

    @Test
    void insertTellsTheIdOfTheJobThatWillDo() {
        var job = Samples.job(owner, "key");
        var other = Samples.job(owner, "key");

        assertEquals(job.id(), jobs().insert(job));
        assertEquals(job.id(), jobs().insert(other));
        assertAbsent(database().jobRecords().find(other.id()));
        assertEquals(List.of(job), claimDue(10).stream().map(Claim::job).toList());
    }

    @Test
    void jobsOfOtherKeysOfOtherOwnersAndWithoutKeysAreAllStored() {
        jobs().insert(Samples.job(owner, "key"));
        jobs().insert(Samples.job(owner, "other"));
        jobs().insert(Samples.job(database().newUser(), "key"));
        newJob();
        newJob();

        assertEquals(5, claimDue(10).size());
    }

    @Test
    void aJobThatWaitsForAnotherOfItsKeyMayBeClaimedAtTheEarlierOfBothTimes() {
        var late = Samples.job(owner, "late");
        jobs().insert(late, Duration.ofMinutes(5));
        jobs().insert(Samples.job(owner, "late"), Duration.ofMinutes(9));
        var early = Samples.job(owner, "early");
        jobs().insert(early, Duration.ofMinutes(9));
        jobs().insert(Samples.job(owner, "early"), Duration.ofMinutes(5));
        assertEquals(List.of(), claimDue(10));

        database().elapse(Duration.ofMinutes(6));

        assertEquals(Set.of(late.id(), early.id()), Set.copyOf(ids(claimDue(10))));
    }

    @Test
    void aClaimedJobThatIsAskedForAgainWaitsOnceMoreWhenItIsDone() {
        var job = Samples.job(owner, "key");
        jobs().insert(job);
        var first = claim(job);
        assertEquals(job.id(), jobs().insert(Samples.job(owner, "key"), Duration.ofHours(1)));
        assertAbsent(tryClaim(job.id()));

        assertTrue(jobs().complete(first));

        var second = claim(job);
        assertEquals(1, second.attempt());
        assertTrue(second.fence() > first.fence());
        assertTrue(jobs().complete(second));
        assertEquals(JobState.DONE, record(job.id()).state());
    }

    @Test
    void aClaimedJobThatIsAskedForAgainWaitsOnceMoreWhenItDies() {
        var job = Samples.job(owner, "key");
        jobs().insert(job);
        var first = claim(job);
        jobs().insert(Samples.job(owner, "key"));

        assertTrue(jobs().bury(first, "why"));

        assertEquals(1, claim(job).attempt());
    }

    @Test
    void aClaimedJobThatIsAskedForAgainIsDoneOnceWhenItWaitsAgainAnyway() {
        for (var waitsAgain : List.<Predicate<Claim>>of(
                claim -> jobs().giveBack(claim), claim -> jobs().postpone(claim, Duration.ZERO, "why"), claim -> {
                    database().elapse(MORE_THAN_LEASE);
                    return jobs().releaseExpired() == 1;
                })) {
            var job = Samples.job(owner, "key");
            jobs().insert(job);
            var first = claim(job);
            jobs().insert(Samples.job(owner, "key"));
            assertTrue(waitsAgain.test(first));

            assertTrue(jobs().complete(claim(job)));
            assertEquals(JobState.DONE, record(job.id()).state());
        }
    }

    @Test
    void aKeyIsFreeAgainWhenItsJobHasEnded() {
        var done = Samples.job(owner, "key");
        jobs().insert(done);
        jobs().complete(claim(done));
        var next = Samples.job(owner, "key");

        assertEquals(next.id(), jobs().insert(next));
        assertPresent(tryClaim(next.id()));
    }

    @Test
    void whatAChangedTransactionAskedForAgainIsNotClaimedBeforeItsEnd() {
        var job = Samples.job(owner, "key");
        jobs().insert(job);
        var claiming = database().transactions().execute(() -> {
            jobs().insert(Samples.job(owner, "key"));
            var meanwhile = Concurrently.start(() -> claimDue(10));
            // it may wait, or be told at once that there is none
            if (Concurrently.finishes(meanwhile)) {
                assertEquals(List.of(), Concurrently.result(meanwhile));
            }
            return meanwhile;
        });

        assertTrue(
                Concurrently.result(claiming).size() == 1 || tryClaim(job.id()).isPresent());
    }

    @Test
    void ofManyWhoAskForOneKeyAtOnceOneJobIsStored() {
        var ids = Concurrently.all(8, () -> jobs().insert(Samples.job(owner, "key")));

        assertEquals(1, Set.copyOf(ids).size());
        assertEquals(1, claimDue(10).size());
    }

    @Test
    void jobsOfOtherQueuesAreNotClaimed() {
        var bulk = newJob(Queue.BULK);
        var interactive = newJob(Queue.INTERACTIVE);

        assertEquals(
                List.of(bulk),
                ids(jobs().claimDue(Set.of(Queue.BULK), 10, MANY, LEASE).claims()));
        assertEquals(
                List.of(interactive),
                ids(jobs().claimDue(Set.of(Queue.INTERACTIVE), 10, MANY, LEASE).claims()));
    }

    @Test
    void jobsOfAnEarlierQueueAreClaimedBeforeThoseOfALaterOne() {
        var bulk = newJob(Queue.BULK);
        database().elapse(Duration.ofMinutes(1));
        var interactive = newJob(Queue.INTERACTIVE);

        assertEquals(List.of(interactive), ids(claimDue(1)));
        assertEquals(List.of(bulk), ids(claimDue(1)));
        assertEquals(Queue.BULK, record(bulk).job().queue());
    }

    @Test
    void claimsOfOneCallAreInTheOrderInWhichTheyAreToBeDone() {
        var third = newJob(Queue.BULK);
        var second = newPostponedJob(Duration.ofMinutes(2));
        var first = newPostponedJob(Duration.ofMinutes(1));
        database().elapse(Duration.ofMinutes(5));

        // the first of them was claimed along with the others when they were postponed
        alongside.values().forEach(claim -> jobs().giveBack(claim));
        assertEquals(List.of(first, second, third), ids(claimDue(3)));
    }

    @Test
    void anOwnerHasNoMoreJobsClaimedThanAllowedOfWhateverQueue() {
        for (int i = 0; i < 5; i++) {
            newJob(i % 2 == 0 ? Queue.BULK : Queue.INTERACTIVE);
        }
        var other = Samples.job(database().newUser());
        jobs().insert(other);

        var taken = jobs().claimDue(ALL, 10, 3, LEASE);

        assertEquals(4, taken.claims().size());
        assertTrue(ids(taken.claims()).contains(other.id()));
        assertEquals(Left.HELD_BACK, taken.left());
        assertEquals(List.of(), jobs().claimDue(ALL, 10, 3, LEASE).claims());
    }

    @Test
    void anOwnerMayHaveAnotherJobWhenOneHasEnded() {
        for (int i = 0; i < 3; i++) {
            newJob();
        }
        var claims = jobs().claimDue(ALL, 10, 2, LEASE).claims();
        assertEquals(2, claims.size());

        jobs().complete(claims.getFirst());

        assertEquals(1, jobs().claimDue(ALL, 10, 2, LEASE).claims().size());
    }

    @Test
    void ofManyWhoClaimAtOnceNoOwnerEverHasMoreThanAllowed() {
        for (int i = 0; i < 20; i++) {
            newJob();
        }
        var claims = Concurrently.all(8, () -> jobs().claimDue(ALL, 2, 3, LEASE).claims());

        assertEquals(3, claims.stream().mapToInt(List::size).sum());
    }

    @Test
    void aThousandJobsOfOneOwnerInFrontHoldBackNobodyElse() {
        database().transactions().run(() -> {
            for (int i = 0; i < 1_000; i++) {
                newJob();
            }
        });
        database().elapse(Duration.ofMinutes(1));
        var others = Stream.generate(() -> Samples.job(database().newUser()))
                .limit(5)
                .toList();
        others.forEach(jobs()::insert);

        var first = jobs().claimDue(ALL, 10, 2, LEASE);
        assertEquals(
                Set.copyOf(others.stream().map(Job::id).toList()),
                first.claims().stream()
                        .map(Claim::job)
                        .filter(job -> !job.owner().equals(owner))
                        .map(Job::id)
                        .collect(Collectors.toSet()));
        assertEquals(7, first.claims().size());
        assertEquals(Left.HELD_BACK, first.left());
    }

    @Test
    void whatIsLeftIsTold() {
        newJob();
        newJob();

        assertEquals(Left.MORE, jobs().claimDue(ALL, 1, MANY, LEASE).left());
        assertEquals(Left.NOTHING, jobs().claimDue(ALL, 1, MANY, LEASE).left());
        assertEquals(Left.NOTHING, jobs().claimDue(ALL, 1, MANY, LEASE).left());
    }

    @Test
    void manyLeasesAreRenewedAndThoseThatHoldAreTold() {
        newJob();
        newJob();
        var holding = claimDue(10);
        var lost = claim(newJob());
        jobs().giveBack(lost);
        database().elapse(LESS_THAN_LEASE);

        var all = Stream.concat(holding.stream(), Stream.of(lost)).toList();
        assertEquals(Set.copyOf(holding), jobs().renew(all, LEASE));
        assertEquals(Set.of(), jobs().renew(List.of(), LEASE));
        database().elapse(LESS_THAN_LEASE);
        assertEquals(0, jobs().releaseExpired());
    }

    @Test
    void manyJobsAreCompletedAndThoseWhoseClaimHeldAreTold() {
        newJob();
        newJob();
        var holding = claimDue(10);
        var lost = claim(newJob());
        jobs().giveBack(lost);

        var all = Stream.concat(holding.stream(), Stream.of(lost)).toList();
        assertEquals(Set.copyOf(holding), jobs().complete(all));
        assertEquals(Set.of(), jobs().complete(all));
        assertEquals(Set.of(), jobs().complete(List.<Claim>of()));
        holding.forEach(
                claim -> assertEquals(JobState.DONE, record(claim.job().id()).state()));
        assertEquals(JobState.WAITING, record(lost.job().id()).state());
    }

    @Test
    void manyWhoRenewAndCompleteTheSameJobsInAnyOrderDoNotBlockEachOther() {
        for (int i = 0; i < 100; i++) {
            newJob();
        }
        var claims = claimDue(100);
        Concurrently.all(8, () -> {
            var shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled);
            jobs().renew(shuffled, LEASE);
            Collections.shuffle(shuffled);
            return jobs().complete(shuffled);
        });

        assertEquals(Set.of(), jobs().renew(claims, LEASE));
    }

    @Test
    void aClaimHoldsNoMoreWhenItsJobIsCancelledOrRemoved() {
        var cancelled = claim(newJob());
        database().jobRecords().cancel(cancelled.job().id());
        var removed = claim(newJob());
        database().jobRecords().remove(removed.job().id());

        for (var claim : List.of(cancelled, removed)) {
            assertFalse(renew(claim));
            assertFalse(jobs().complete(claim));
            assertFalse(jobs().postpone(claim, LEASE, "why"));
            assertFalse(jobs().bury(claim, "why"));
            assertFalse(jobs().giveBack(claim));
        }
    }

    @Test
    void jobsGoWithTheirOwner() {
        var claimed = claim(newJob());
        var waiting = newJob();
        database().removeUser(owner);

        assertAbsent(tryClaim(waiting.id()));
        assertFalse(jobs().complete(claimed));
    }

    private JobRepository jobs() {
        return database().jobs();
    }

    private Job newJob() {
        var job = Samples.job(owner);
        jobs().insert(job);
        return job;
    }

    private JobId newJob(Queue queue) {
        return jobs().insert(Samples.job(owner, queue));
    }

    private JobId newPostponedJob(Duration delay) {
        var job = newJob();
        assertTrue(jobs().postpone(claim(job), delay, "why"));
        return job.id();
    }

    private Claim claim(Job job) {
        return tryClaim(job.id()).orElseThrow();
    }

    /** What came along with it is remembered. */
    private Optional<Claim> tryClaim(JobId id) {
        claimDue(100).forEach(claim -> alongside.put(claim.job().id(), claim));
        return Optional.ofNullable(alongside.remove(id));
    }

    private List<Claim> claimDue(int limit) {
        return jobs().claimDue(ALL, limit, MANY, LEASE).claims();
    }

    private boolean renew(Claim claim) {
        return jobs().renew(List.of(claim), LEASE).equals(Set.of(claim));
    }

    private JobRecord record(JobId id) {
        return database().jobRecords().find(id).orElseThrow();
    }

    private void expire() {
        database().elapse(MORE_THAN_LEASE);
        assertEquals(1, jobs().releaseExpired());
    }

    private static List<JobId> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.job().id()).toList();
    }
}
