package dev.atelier.testkit.memory;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

final class InMemoryJobRepository implements JobRepository {

    private final InMemoryDatabase database;
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();

    InMemoryJobRepository(InMemoryDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void insert(Job job) {
        database.run(() -> {
            database.requireUser(job.owner());
            InMemoryDatabase.requireNew(database.jobs().find(job.id()));
            put(JobRow.of(job, sequence.incrementAndGet(), clock.instant()));
        });
    }

    @Override
    public Optional<Claim> claim(JobId id, Duration lease) {
        return database.statement(() -> {
            var now = clock.instant();
            return database.jobs().find(id).filter(row -> row.isDue(now)).map(row -> claim(row, now.plus(lease)));
        });
    }

    @Override
    public List<Claim> claimDue(int limit, Duration lease) {
        return database.statement(() -> {
            var now = clock.instant();
            return due(now).stream()
                    .limit(limit)
                    .map(row -> claim(row, now.plus(lease)))
                    .toList();
        });
    }

    private Claim claim(JobRow row, Instant leaseEnd) {
        return put(row.claimed(leaseEnd)).claim();
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return change(claim, row -> row.renewed(clock.instant().plus(lease)));
    }

    @Override
    public boolean hold(Claim claim) {
        return database.statementInTransaction(() -> held(claim).isPresent());
    }

    @Override
    public boolean complete(Claim claim) {
        return database.statement(() -> {
            var held = held(claim);
            held.ifPresent(row -> database.jobs().remove(row.job().id()));
            return held.isPresent();
        });
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
        return change(claim, row -> row.dead(error));
    }

    @Override
    public int releaseExpired() {
        return database.statement(() -> {
            var now = clock.instant();
            var expired = database.jobs().matching(row -> row.isExpired(now));
            expired.forEach(row -> put(row.waiting(now)));
            return expired.size();
        });
    }

    @Override
    public List<JobId> listOverdue(Duration overdue, int limit) {
        return database.statement(() -> due(clock.instant().minus(overdue)).stream()
                .limit(limit)
                .map(row -> row.job().id())
                .toList());
    }

    private List<JobRow> due(Instant at) {
        return database.jobs().stream()
                .filter(row -> row.isDue(at))
                .sorted(JobRow.BY_TIME)
                .toList();
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
