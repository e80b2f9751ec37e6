package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.Taken;
import dev.atelier.port.out.job.Taken.Left;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

final class InMemoryJobRepository implements JobRepository {

    private final InMemoryDatabase database;
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();

    InMemoryJobRepository(InMemoryDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public JobId insert(Job job, Duration delay) {
        return database.statement(() -> {
            database.requireUser(job.owner());
            InMemoryDatabase.requireNew(database.jobs().find(job.id()));
            var now = clock.instant();
            return database.jobs().matching(row -> row.doesFor(job)).stream()
                    .findFirst()
                    .map(row -> put(row.askedForAgain(now.plus(delay))))
                    .orElseGet(() -> put(JobRow.of(job, sequence.incrementAndGet(), now.plus(delay), now)))
                    .job()
                    .id();
        });
    }

    @Override
    public Claim insertClaimed(Job job, Duration lease) {
        job.requireNoKey();
        return database.statement(() -> {
            database.requireUser(job.owner());
            InMemoryDatabase.requireNew(database.jobs().find(job.id()));
            var now = clock.instant();
            return put(JobRow.of(job, sequence.incrementAndGet(), now, now).claimed(now.plus(lease)))
                    .claim();
        });
    }

    @Override
    public Taken claimDue(Set<Queue> queues, int limit, int perOwner, Duration lease) {
        return database.statement(() -> {
            var now = clock.instant();
            var due = database.jobs().stream()
                    .filter(row -> row.isDue(now) && queues.contains(row.job().queue()))
                    .sorted(JobRow.BY_TURN)
                    .toList();
            var underWay = underWay();
            var allowed = due.stream()
                    .filter(row -> underWay.merge(row.job().owner(), 1, Integer::sum) <= perOwner)
                    .toList();
            var claims = new ArrayList<Claim>();
            allowed.stream()
                    .limit(limit)
                    .forEach(row -> claims.add(put(row.claimed(now.plus(lease))).claim()));
            return new Taken(claims, left(due.size() - claims.size(), allowed.size() - claims.size()));
        });
    }

    private static Left left(int waiting, int allowed) {
        if (allowed > 0) {
            return Left.MORE;
        }
        return waiting > 0 ? Left.HELD_BACK : Left.NOTHING;
    }

    private Map<UserId, Integer> underWay() {
        var jobs = new HashMap<UserId, Integer>();
        database.jobs().stream()
                .filter(row -> row.is(JobState.CLAIMED))
                .forEach(row -> jobs.merge(row.job().owner(), 1, Integer::sum));
        return jobs;
    }

    @Override
    public Set<Claim> renew(Collection<Claim> claims, Duration lease) {
        return changeAll(claims, row -> row.renewed(clock.instant().plus(lease)));
    }

    @Override
    public boolean hold(Claim claim) {
        return database.statementInTransaction(() -> held(claim).isPresent());
    }

    @Override
    public Set<Claim> complete(Collection<Claim> claims) {
        return changeAll(claims, row -> row.ended(JobState.DONE, Optional.empty(), clock.instant()));
    }

    @Override
    public boolean postpone(Claim claim, Duration delay, String error) {
        return change(claim, row -> row.postponed(clock.instant().plus(delay), error));
    }

    @Override
    public boolean giveBack(Claim claim) {
        return change(claim, row -> row.givenBack(clock.instant()));
    }

    @Override
    public boolean bury(Claim claim, String error) {
        return change(claim, row -> row.ended(JobState.DEAD, Optional.of(error), clock.instant()));
    }

    @Override
    public int releaseExpired() {
        return database.statement(() -> {
            var now = clock.instant();
            var expired = database.jobs().matching(row -> row.isExpired(now));
            expired.forEach(row -> put(row.released(now)));
            return expired.size();
        });
    }

    private Set<Claim> changeAll(Collection<Claim> claims, UnaryOperator<JobRow> change) {
        return database.statement(
                () -> claims.stream().filter(claim -> change(claim, change)).collect(Collectors.toUnmodifiableSet()));
    }

    private boolean change(Claim claim, UnaryOperator<JobRow> change) {
        return database.statement(() -> {
            var held = held(claim);
            held.ifPresent(row -> put(change.apply(row)));
            return held.isPresent();
        });
    }

    private Optional<JobRow> held(Claim claim) {
        return database.jobs().find(claim.job().id()).filter(row -> row.isHeldBy(claim));
    }

    private JobRow put(JobRow row) {
        database.jobs().put(row.job().id(), row);
        return row;
    }
}
