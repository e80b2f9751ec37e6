package dev.atelier.adapter.postgres;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.json.ValueJson;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.Taken;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.slf4j.MDC;

/**
 * Jobs. The clock is PostgreSQL's, and {@code clock_timestamp()} rather than {@code now()}: a transaction may be older than
 * the moment that counts. Asked for in a subquery where rows are sought by it: what may be another moment for each row is
 * sought in no index. What is found so is made an array, which is made once: a subquery might be asked again for each row,
 * limit and all.
 */
final class JdbiJobRepository implements JobRepository {

    private static final String INSERT = """
            insert into public.jobs (id, owner_id, queue, kind, payload, key, run_at, request_id)
            values (:id, :owner, :queue, :kind, cast(:payload as json), :key,
                    clock_timestamp() + :delayMillis * interval '1 millisecond', :requestId)
            """;

    /** The same for a job that may be there already. */
    private static final String INSERT_ONCE = INSERT + """
            on conflict (owner_id, key) where key is not null and state in ('waiting', 'claimed') do update
            set again = jobs.again or jobs.state = 'claimed',
                run_at = case when jobs.state = 'waiting' then least(jobs.run_at, excluded.run_at) else jobs.run_at end
            returning id
            """;

    private static final String INSERT_CLAIMED = """
            insert into public.jobs (id, owner_id, queue, kind, payload, state, attempt, fence, lease_until, request_id)
            values (:id, :owner, :queue, :kind, cast(:payload as json), 'claimed', :attempt, :fence,
                    clock_timestamp() + :leaseMillis * interval '1 millisecond', :requestId)
            """;

    /** The claim that a statement is made in the name of, as long as it holds. */
    private static final String HELD = "where id = :id and fence = :fence and state = 'claimed'";

    /** The same for several. Whoever changes several jobs locks them in the order of their ids, and waits for nobody who waits. */
    private static final String ALL_HELD = """
            where id = any(array(select job.id
                                 from unnest(cast(:ids as uuid[]), cast(:fences as bigint[])) as claim (id, fence)
                                 join public.jobs as job on job.id = claim.id and job.fence = claim.fence
                                 where job.state = 'claimed' order by job.id for update of job))
            returning id
            """;

    /** Ends a job, unless it was asked for again meanwhile. */
    private static final String END = """
            update public.jobs
            set state = case when again then 'waiting' else '%s' end,
                ended_at = case when again then null else clock_timestamp() end,
                run_at = case when again then clock_timestamp() else run_at end,
                attempt = case when again then 0 else attempt end,
                lease_until = null, again = false, error = %s
            """;

    private static final String COMPLETE_ONE = END.formatted("done", "null");
    private static final String COMPLETE = COMPLETE_ONE + ALL_HELD;
    private static final String BURY = END.formatted("dead", ":error");

    /** What is in hand when a job is made, a request or a job of one; its lines in the log name it, and the job's are to. */
    private static final String REQUEST_ID = "requestId";

    private final Database database;

    JdbiJobRepository(Database database) {
        this.database = database;
    }

    @Override
    public JobId insert(Job job, Duration delay) {
        return database.insert(
                handle -> job.key().isPresent() ? insertOnce(handle, job, delay) : insertAnother(handle, job, delay),
                DomainException.UserNotProvisioned::new);
    }

    private static JobId insertAnother(Handle handle, Job job, Duration delay) {
        bind(handle.createUpdate(INSERT), job, delay).execute();
        return job.id();
    }

    private static JobId insertOnce(Handle handle, Job job, Duration delay) {
        return new JobId(bind(handle.createQuery(INSERT_ONCE), job, delay)
                .mapTo(UUID.class)
                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S insert, Job job, Duration delay) {
        return bind(insert, job)
                .bind("key", job.key())
                .bind("delayMillis", delay.toMillis())
                .bind("requestId", MDC.get(REQUEST_ID));
    }

    private static <S extends SqlStatement<S>> S bind(S insert, Job job) {
        return insert.bind("id", job.id().value())
                .bind("owner", job.owner().value())
                .bind("queue", job.queue().toString())
                .bind("kind", job.task().kind())
                .bind("payload", ValueJson.write(TaskJson.payload(job.task())));
    }

    @Override
    public Claim insertClaimed(Job job, Duration lease) {
        job.requireNoKey();
        var first = new Claim(job, 1, 1, Optional.ofNullable(MDC.get(REQUEST_ID)));
        database.insert(
                handle -> bind(handle.createUpdate(INSERT_CLAIMED), job)
                        .bind("attempt", first.attempt())
                        .bind("fence", first.fence())
                        .bind("leaseMillis", lease.toMillis())
                        .bind("requestId", first.requestId())
                        .execute(),
                DomainException.UserNotProvisioned::new);
        return first;
    }

    @Override
    public Taken claimDue(Set<Queue> queues, int limit, int perOwner, Duration lease) {
        return database.execute(() -> database.write(new ClaimDue(queues, limit, perOwner, lease)::execute));
    }

    @Override
    public Set<Claim> renew(Collection<Claim> claims, Duration lease) {
        return changeAll(
                claims,
                "update public.jobs set lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond' "
                        + ALL_HELD,
                query -> query.bind("leaseMillis", lease.toMillis()));
    }

    /** Where one worker ends one job, this is the shorter way. */
    @Override
    public boolean complete(Claim claim) {
        return change(claim, COMPLETE_ONE, update -> update);
    }

    @Override
    public boolean hold(Claim claim) {
        return database.inTransaction(handle -> handle.createQuery("select 1 from public.jobs " + HELD + " for update")
                .bind("id", claim.job().id().value())
                .bind("fence", claim.fence())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public Set<Claim> complete(Collection<Claim> claims) {
        return changeAll(claims, COMPLETE, UnaryOperator.identity());
    }

    private Set<Claim> changeAll(Collection<Claim> claims, String change, UnaryOperator<Query> bind) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        var ids = claims.stream().map(claim -> claim.job().id().value()).toList();
        var fences = claims.stream().map(Claim::fence).toList();
        var held = database.write(handle -> new HashSet<>(bind.apply(handle.createQuery(change))
                .bindArray("ids", UUID.class, ids)
                .bindArray("fences", Long.class, fences)
                .mapTo(UUID.class)
                .list()));
        return claims.stream()
                .filter(claim -> held.contains(claim.job().id().value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean postpone(Claim claim, Duration delay, String error) {
        return change(
                claim,
                """
                update public.jobs
                set state = 'waiting', lease_until = null, error = :error, again = false,
                    run_at = clock_timestamp() + :delayMillis * interval '1 millisecond'
                """,
                update -> update.bind("delayMillis", delay.toMillis()).bind("error", error));
    }

    @Override
    public boolean giveBack(Claim claim) {
        return change(claim, """
                update public.jobs
                set state = 'waiting', lease_until = null, attempt = attempt - 1, again = false, run_at = clock_timestamp()
                """, update -> update);
    }

    @Override
    public boolean bury(Claim claim, String error) {
        return change(claim, BURY, update -> update.bind("error", error));
    }

    private boolean change(Claim claim, String change, UnaryOperator<Update> bind) {
        return database.write(handle -> bind.apply(handle.createUpdate(change + HELD))
                        .bind("id", claim.job().id().value())
                        .bind("fence", claim.fence())
                        .execute()
                == 1);
    }

    @Override
    public int releaseExpired() {
        return database.write(handle -> handle.createUpdate("""
                        update public.jobs
                        set state = 'waiting', lease_until = null, again = false, run_at = clock_timestamp()
                        where id = any(array(select id from public.jobs
                                             where state = 'claimed' and lease_until <= (select clock_timestamp())
                                             for update skip locked))
                        """).execute());
    }
}
