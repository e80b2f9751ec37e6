package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.job.JobRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** What is known of jobs. Each state has an index of its own; what many states have in common is asked state by state. */
final class JdbiJobRecords implements JobRecords {

    /** Among so many jobs of a state, the last ones, a queue or an owner is looked for. */
    private static final int SEARCHED = 10_000;

    private static final String DEPTH = """
            select (select count(*) from (select from public.jobs
                        where lease_until is null and ended_at is null
                          and queue = :queue and run_at <= (select clock_timestamp())
                        limit :counted) as due) as due,
                   (select greatest(0, extract(epoch from clock_timestamp() - run_at)) from public.jobs
                        where lease_until is null and ended_at is null and queue = :queue order by run_at limit 1) as oldest,
                   (select count(*) from (select from public.jobs where state = 'dead' and queue = :queue
                        limit :counted) as dead) as dead
            """;

    private final Database database;

    JdbiJobRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<JobRecord> find(UserId owner, JobId id) {
        return database.read(
                handle -> handle.createQuery("select * from public.jobs where id = :id and owner_id = :owner")
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .map(JobRows.RECORD)
                        .findOne());
    }

    @Override
    public Optional<JobRecord> find(JobId id) {
        return database.read(handle -> handle.createQuery("select * from public.jobs where id = :id")
                .bind("id", id.value())
                .map(JobRows.RECORD)
                .findOne());
    }

    @Override
    public Page<JobRecord> list(UserId owner, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
                        select * from public.jobs
                        where owner_id = :owner and id < :before order by id desc limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(JobRows.RECORD)
                .list());
        return Page.of(found, request, record -> record.job().id().value());
    }

    @Override
    public List<JobRecord> list(JobFilter filter, int limit) {
        var states = filter.state().map(EnumSet::of).orElse(EnumSet.allOf(JobState.class));
        return states.stream()
                .flatMap(state -> list(state, filter, limit).stream())
                .sorted(Comparator.comparing(JdbiJobRecords::lastChange).reversed())
                .limit(limit)
                .toList();
    }

    private List<JobRecord> list(JobState state, JobFilter filter, int limit) {
        var queues = filter.queue().map(EnumSet::of).orElse(EnumSet.allOf(Queue.class));
        return queues.stream()
                .flatMap(queue -> list(state, queue, filter.owner(), limit).stream())
                .toList();
    }

    private List<JobRecord> list(JobState state, Queue queue, Optional<UserId> owner, int limit) {
        var time = switch (state) {
            case WAITING -> "run_at";
            case CLAIMED -> "lease_until";
            case DONE, DEAD, CANCELLED -> "ended_at";
        };
        // The state is a word of ours, and must be in the text for its index to be found.
        var sql = """
                select * from (select * from public.jobs where state = '%1$s' and %2$s order by %3$s desc limit :searched) as last
                where queue = :queue and (cast(:owner as uuid) is null or owner_id = :owner) order by %3$s desc limit :limit
                """.formatted(
                state,
                state == JobState.WAITING ? "lease_until is null and ended_at is null and queue = :queue" : "true",
                time);
        return database.read(handle -> handle.createQuery(sql)
                .bind("queue", queue.toString())
                .bind("owner", owner.map(UserId::value).orElse(null))
                .bind("searched", SEARCHED)
                .bind("limit", limit)
                .map(JobRows.RECORD)
                .list());
    }

    private static Instant lastChange(JobRecord record) {
        return record.endedAt().orElse(record.runAt());
    }

    @Override
    public boolean cancel(JobId id) {
        return change(id, """
                update public.jobs
                set state = 'cancelled', ended_at = clock_timestamp(), lease_until = null, again = false
                where id = :id and state in ('waiting', 'claimed')
                """);
    }

    @Override
    public boolean revive(JobId id) {
        try {
            return change(id, """
                    update public.jobs
                    set state = 'waiting', ended_at = null, attempt = 0, run_at = clock_timestamp()
                    where id = :id and state = 'dead'
                    """);
        } catch (PortFailure e) {
            if (PostgresFailures.sqlState(e)
                    .filter(PostgresFailures.UNIQUE_VIOLATION::equals)
                    .isPresent()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean remove(JobId id) {
        return change(id, "delete from public.jobs where id = :id");
    }

    private boolean change(JobId id, String sql) {
        return database.write(
                handle -> handle.createUpdate(sql).bind("id", id.value()).execute() == 1);
    }

    @Override
    public int removeEnded(Duration finished, Duration dead, int limit) {
        return removeEnded(JobState.DONE, finished, limit)
                + removeEnded(JobState.CANCELLED, finished, limit)
                + removeEnded(JobState.DEAD, dead, limit);
    }

    private int removeEnded(JobState state, Duration age, int limit) {
        return database.write(handle -> handle.createUpdate("""
                        delete from public.jobs where id = any(array(
                            select id from public.jobs
                            where state = '%s'
                              and ended_at <= (select clock_timestamp() - :ageMillis * interval '1 millisecond')
                            order by ended_at limit :limit for update skip locked))
                        """.formatted(state))
                .bind("ageMillis", age.toMillis())
                .bind("limit", limit)
                .execute());
    }

    @Override
    public List<QueueDepth> depths() {
        return Arrays.stream(Queue.values())
                .map(queue -> database.read(handle -> depth(queue, handle.createQuery(DEPTH))))
                .toList();
    }

    private static QueueDepth depth(Queue queue, Query query) {
        return query.bind("queue", queue.toString())
                .bind("counted", QueueDepth.COUNTED)
                .map((row, context) -> new QueueDepth(
                        queue,
                        row.getInt("due"),
                        Duration.ofMillis((long) (1_000 * row.getDouble("oldest"))),
                        row.getInt("dead")))
                .one();
    }
}
