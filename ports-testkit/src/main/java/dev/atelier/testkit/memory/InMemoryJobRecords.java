package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.port.out.job.JobRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryJobRecords implements JobRecords {

    private final InMemoryDatabase database;
    private final InstantSource clock;

    InMemoryJobRecords(InMemoryDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<JobRecord> find(UserId owner, JobId id) {
        return find(id).filter(record -> record.job().owner().equals(owner));
    }

    @Override
    public Optional<JobRecord> find(JobId id) {
        return database.statement(() -> database.jobs().find(id).map(JobRow::record));
    }

    @Override
    public Page<JobRecord> list(UserId owner, PageRequest request) {
        return database.statement(() -> Listing.page(
                database.jobs().stream()
                        .map(JobRow::record)
                        .filter(record -> record.job().owner().equals(owner)),
                request,
                record -> record.job().id().value()));
    }

    @Override
    public List<JobRecord> list(JobFilter filter, int limit) {
        return database.statement(() -> database.jobs().stream()
                .map(JobRow::record)
                .filter(record ->
                        filter.state().map(state -> record.state() == state).orElse(true))
                .filter(record ->
                        filter.queue().map(record.job().queue()::equals).orElse(true))
                .filter(record ->
                        filter.owner().map(record.job().owner()::equals).orElse(true))
                .sorted(Comparator.comparing(InMemoryJobRecords::lastChange).reversed())
                .limit(limit)
                .toList());
    }

    private static Instant lastChange(JobRecord record) {
        return record.endedAt().orElse(record.runAt());
    }

    @Override
    public boolean cancel(JobId id) {
        return change(id, JobRow::isAlive, row -> row.cancelled(clock.instant()));
    }

    @Override
    public boolean revive(JobId id) {
        return change(
                id,
                row -> row.is(JobState.DEAD)
                        && database.jobs()
                                .matching(other -> other.doesFor(row.job()))
                                .isEmpty(),
                row -> row.revived(clock.instant()));
    }

    @Override
    public boolean remove(JobId id) {
        return database.statement(() -> {
            var found = database.jobs().find(id);
            found.ifPresent(row -> database.jobs().remove(id));
            return found.isPresent();
        });
    }

    private boolean change(JobId id, Predicate<JobRow> condition, UnaryOperator<JobRow> change) {
        return database.statement(() -> {
            var found = database.jobs().find(id).filter(condition);
            found.ifPresent(row -> database.jobs().put(id, change.apply(row)));
            return found.isPresent();
        });
    }

    @Override
    public int removeEnded(Duration finished, Duration dead, int limit) {
        var now = clock.instant();
        return database.statement(() -> removeEnded(JobState.DONE, now.minus(finished), limit)
                + removeEnded(JobState.CANCELLED, now.minus(finished), limit)
                + removeEnded(JobState.DEAD, now.minus(dead), limit));
    }

    private int removeEnded(JobState state, Instant moment, int limit) {
        var ended = database.jobs().matching(row -> row.endedBefore(state, moment)).stream()
                .limit(limit)
                .map(row -> row.job().id())
                .toList();
        ended.forEach(database.jobs()::remove);
        return ended.size();
    }

    @Override
    public List<QueueDepth> depths() {
        var now = clock.instant();
        return database.statement(() ->
                Arrays.stream(Queue.values()).map(queue -> depth(queue, now)).toList());
    }

    private QueueDepth depth(Queue queue, Instant now) {
        var rows = database.jobs().matching(row -> row.job().queue() == queue);
        var due = rows.stream()
                .filter(row -> row.isDue(now))
                .map(row -> row.record().runAt())
                .toList();
        return new QueueDepth(
                queue,
                due.size(),
                due.stream()
                        .min(Comparator.naturalOrder())
                        .map(oldest -> Duration.between(oldest, now))
                        .orElse(Duration.ZERO),
                (int) rows.stream().filter(row -> row.is(JobState.DEAD)).count());
    }
}
