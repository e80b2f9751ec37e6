package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.port.out.job.JobRecords;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobRecords}. */
public abstract class JobRecordsContract extends ListingContract {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private UserId owner = Samples.nobody();
    private UserId stranger = Samples.nobody();

    @BeforeEach
    final void signUp() {
        owner = database().newUser();
        stranger = database().newUser();
    }

    @Override
    ListChecks<?> lists() {
        return new ListChecks<JobRecord>(
                request -> records().list(owner, request),
                id -> database().jobs().insert(Samples.job(owner, id)),
                record -> record.job().id().value());
    }

    @Test
    void aJobIsFoundByItsOwnerAndByOperators() {
        var job = newJob(owner);

        var record = records().find(owner, job.id()).orElseThrow();
        assertEquals(job, record.job());
        assertEquals(JobState.WAITING, record.state());
        assertEquals(0, record.attempt());
        assertEquals(Optional.empty(), record.error());
        assertEquals(Optional.empty(), record.endedAt());
        assertTrue(Duration.between(record.runAt(), record.createdAt()).abs().compareTo(DAY) < 0);
        assertEquals(Optional.of(record), records().find(job.id()));
    }

    @Test
    void aJobIsNotFoundByAnybodyElse() {
        var job = newJob(owner);

        assertAbsent(records().find(stranger, job.id()));
        assertAbsent(records().find(owner, new JobId(Samples.newId())));
        assertAbsent(records().find(new JobId(Samples.newId())));
        assertEquals(List.of(), records().list(stranger, PageRequest.first(10)).items());
    }

    @Test
    void whatHappensToAJobIsTold() {
        var job = newJob(owner);
        assertTrue(database().jobs().postpone(claim(), Duration.ZERO, Samples.ODD_TEXT));

        var postponed = record(job);
        assertEquals(JobState.WAITING, postponed.state());
        assertEquals(1, postponed.attempt());
        assertEquals(Optional.of(Samples.ODD_TEXT), postponed.error());
        var claim = claim();
        assertEquals(JobState.CLAIMED, record(job).state());
        assertTrue(database().jobs().complete(claim));
        var done = record(job);
        assertEquals(JobState.DONE, done.state());
        assertEquals(2, done.attempt());
        assertEquals(Optional.empty(), done.error());
        assertPresent(done.endedAt());
    }

    @Test
    void aJobThatWaitsIsCancelledAndNotToBeHad() {
        var job = newJob(owner);

        assertTrue(records().cancel(job.id()));

        assertEquals(JobState.CANCELLED, record(job).state());
        assertPresent(record(job).endedAt());
        assertEquals(List.of(), claims());
    }

    @Test
    void aClaimedJobIsCancelledEvenIfItWasAskedForAgain() {
        var job = Samples.job(owner, "key");
        database().jobs().insert(job);
        claim();
        database().jobs().insert(Samples.job(owner, "key"));

        assertTrue(records().cancel(job.id()));

        database().elapse(DAY);
        assertEquals(0, database().jobs().releaseExpired());
        assertEquals(JobState.CANCELLED, record(job).state());
        assertEquals(List.of(), claims());
    }

    @Test
    void whatHasEndedIsNotCancelled() {
        var job = newJob(owner);
        database().jobs().complete(claim());

        assertFalse(records().cancel(job.id()));
        assertFalse(records().cancel(new JobId(Samples.newId())));
        assertEquals(JobState.DONE, record(job).state());
    }

    @Test
    void cancelIsUndoneWithItsTransaction() {
        var job = newJob(owner);
        attempt(() -> {
            assertTrue(records().cancel(job.id()));
            throw new IllegalArgumentException("no");
        });

        assertEquals(JobState.WAITING, record(job).state());
    }

    @Test
    void aDeadJobThatIsRevivedIsAsIfItHadNeverBeenTriedButForItsError() {
        var job = newDeadJob();

        assertTrue(records().revive(job.id()));

        var revived = record(job);
        assertEquals(JobState.WAITING, revived.state());
        assertEquals(0, revived.attempt());
        assertEquals(Optional.of("why"), revived.error());
        assertEquals(Optional.empty(), revived.endedAt());
        assertEquals(1, claim().attempt());
    }

    @Test
    void onlyWhatIsDeadIsRevived() {
        var job = newJob(owner);
        assertFalse(records().revive(job.id()));
        records().cancel(job.id());
        assertFalse(records().revive(job.id()));
        assertFalse(records().revive(new JobId(Samples.newId())));
    }

    @Test
    void aDeadJobIsNotRevivedWhileAnotherOneOfItsKeyWillDo() {
        var dead = Samples.job(owner, "key");
        database().jobs().insert(dead);
        database().jobs().bury(claim(), "why");
        var other = Samples.job(owner, "key");
        database().jobs().insert(other);

        assertFalse(records().revive(dead.id()));
        assertEquals(JobState.DEAD, record(dead).state());
        database().jobs().complete(claim());
        assertTrue(records().revive(dead.id()));
    }

    @Test
    void aJobIsRemovedWhateverItsState() {
        var waiting = newJob(owner);
        assertTrue(records().remove(waiting.id()));
        var claimed = newJob(owner);
        claim();
        assertTrue(records().remove(claimed.id()));
        var dead = newDeadJob();
        assertTrue(records().remove(dead.id()));

        assertFalse(records().remove(dead.id()));
        assertAbsent(records().find(waiting.id()));
        assertEquals(List.of(), records().list(JobFilter.ALL, 10));
    }

    @Test
    void theListOfAllIsFilteredByStateQueueAndOwner() {
        var dead = newDeadJob();
        var bulk = Samples.job(owner, Queue.BULK);
        database().jobs().insert(bulk);
        var foreign = newJob(stranger);

        assertEquals(3, records().list(JobFilter.ALL, 10).size());
        assertListed(dead, new JobFilter(Optional.of(JobState.DEAD), Optional.empty(), Optional.empty()));
        assertListed(bulk, new JobFilter(Optional.empty(), Optional.of(Queue.BULK), Optional.empty()));
        assertListed(foreign, new JobFilter(Optional.empty(), Optional.empty(), Optional.of(stranger)));
        assertListed(bulk, new JobFilter(Optional.of(JobState.WAITING), Optional.empty(), Optional.of(owner)));
        for (var state : EnumSet.of(JobState.CLAIMED, JobState.DONE, JobState.CANCELLED)) {
            assertEquals(
                    List.of(),
                    records().list(new JobFilter(Optional.of(state), Optional.empty(), Optional.empty()), 10));
        }
    }

    private void assertListed(Job job, JobFilter filter) {
        assertEquals(
                List.of(job),
                records().list(filter, 10).stream().map(JobRecord::job).toList());
    }

    @Test
    void theListOfAllIsBoundedAndBeginsWithWhatHappenedLast() {
        var first = newJob(owner);
        database().elapse(Duration.ofMinutes(1));
        var second = newJob(owner);
        database().elapse(Duration.ofMinutes(1));
        assertTrue(records().cancel(first.id()));

        assertEquals(
                List.of(first, second),
                records().list(JobFilter.ALL, 10).stream().map(JobRecord::job).toList());
        assertEquals(
                List.of(first),
                records().list(JobFilter.ALL, 1).stream().map(JobRecord::job).toList());
    }

    @Test
    void whatEndedLongAgoIsRemovedInBoundedPortions() {
        for (int i = 0; i < 3; i++) {
            newJob(owner);
            database().jobs().complete(claim());
            records().cancel(newJob(owner).id());
        }
        var waiting = newJob(owner);
        database().elapse(DAY);
        var later = newJob(owner);
        records().cancel(later.id());

        assertEquals(4, records().removeEnded(Duration.ofHours(23), DAY, 2));
        assertEquals(2, records().removeEnded(Duration.ofHours(23), DAY, 2));
        assertEquals(0, records().removeEnded(Duration.ofHours(23), DAY, 2));
        assertPresent(records().find(waiting.id()));
        assertPresent(records().find(later.id()));
    }

    @Test
    void theDeadAreKeptForATimeOfTheirOwn() {
        var dead = newDeadJob();
        database().elapse(DAY);

        assertEquals(0, records().removeEnded(Duration.ZERO, DAY.plusHours(1), 10));
        assertPresent(records().find(dead.id()));
        assertEquals(1, records().removeEnded(Duration.ZERO, DAY.minusHours(1), 10));
        assertAbsent(records().find(dead.id()));
    }

    @Test
    void queuesThatHoldNothingAreEmpty() {
        assertEquals(
                List.of(
                        new QueueDepth(Queue.INTERACTIVE, 0, Duration.ZERO, 0),
                        new QueueDepth(Queue.BULK, 0, Duration.ZERO, 0)),
                records().depths());
    }

    @Test
    void depthsCountWhatIsDueAndWhatIsDead() {
        newDeadJob();
        newJob(owner);
        database().elapse(Duration.ofMinutes(5));
        newJob(stranger);
        database().jobs().insert(Samples.job(owner), DAY);

        var depth = records().depths().getFirst();

        assertEquals(2, depth.due());
        assertEquals(1, depth.dead());
        assertTrue(depth.oldest().compareTo(Duration.ofMinutes(5)) >= 0, depth::toString);
        assertTrue(depth.oldest().compareTo(Duration.ofMinutes(7)) < 0, depth::toString);
    }

    private JobRecords records() {
        return database().jobRecords();
    }

    private Job newJob(UserId of) {
        var job = Samples.job(of);
        database().jobs().insert(job);
        return job;
    }

    private Job newDeadJob() {
        var job = newJob(owner);
        assertTrue(database().jobs().bury(claim(), "why"));
        return job;
    }

    private Claim claim() {
        return claims().getFirst();
    }

    private List<Claim> claims() {
        return database()
                .jobs()
                .claimDue(EnumSet.allOf(Queue.class), 1, 1_000, LEASE)
                .claims();
    }

    private JobRecord record(Job job) {
        return records().find(job.id()).orElseThrow();
    }
}
