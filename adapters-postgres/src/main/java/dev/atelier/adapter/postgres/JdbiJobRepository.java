package dev.atelier.adapter.postgres;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.json.ValueJson;
import dev.atelier.port.out.job.JobRepository;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/**
 * Jobs. The clock is PostgreSQL's, and {@code clock_timestamp()} rather than {@code now()}: a transaction may be older than
 * the moment that counts. Asked for in a subquery where rows are sought by it: what may be another moment for each row is
 * sought in no index. What is found so is made an array, which is made once: a subquery might be asked again for each row,
 * limit and all.
 */
final class JdbiJobRepository implements JobRepository {

    private static final RowMapper<Claim> CLAIM = (row, context) -> new Claim(
            new Job(
                    new JobId(Columns.uuid(row, "id")),
                    Columns.owner(row),
                    TaskJson.read(row.getString("kind"), Columns.object(row, "payload"))),
            row.getInt("attempt"),
            row.getLong("fence"));

    private static final String CLAIMED = """
            set state = 'claimed', fence = fence + 1, attempt = attempt + 1,
                lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond'
            """;

    /** The claim that a statement is made in the name of, as long as it holds. */
    private static final String HELD = "where id = :id and fence = :fence and state = 'claimed'";

    private final Database database;

    JdbiJobRepository(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Job job) {
        database.insert(
                handle -> handle.createUpdate("""
                                insert into public.jobs (id, owner_id, kind, payload)
                                values (:id, :owner, :kind, cast(:payload as json))
                                """)
                        .bind("id", job.id().value())
                        .bind("owner", job.owner().value())
                        .bind("kind", TaskJson.kind(job.task()))
                        .bind("payload", ValueJson.write(TaskJson.payload(job.task())))
                        .execute(),
                DomainException.UserNotProvisioned::new);
    }

    @Override
    public Optional<Claim> claim(JobId id, Duration lease) {
        return database.write(handle -> handle.createQuery("update public.jobs " + CLAIMED + """
                        where id = :id and state = 'waiting' and run_at <= clock_timestamp()
                        returning *
                        """)
                .bind("id", id.value())
                .bind("leaseMillis", lease.toMillis())
                .map(CLAIM)
                .findOne());
    }

    @Override
    public List<Claim> claimDue(int limit, Duration lease) {
        return database.write(handle -> handle.createQuery("update public.jobs " + CLAIMED + """
                        where id = any(array(select id from public.jobs
                                             where state = 'waiting' and run_at <= (select clock_timestamp())
                                             order by run_at limit :limit for update skip locked))
                        returning *
                        """)
                .bind("limit", limit)
                .bind("leaseMillis", lease.toMillis())
                .map(CLAIM)
                .list());
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return change(claim, """
                update public.jobs set lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond'
                """, update -> update.bind("leaseMillis", lease.toMillis()));
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
    public boolean complete(Claim claim) {
        return change(claim, "delete from public.jobs ", update -> update);
    }

    @Override
    public boolean postpone(Claim claim, Duration delay, String error) {
        return change(
                claim,
                """
                update public.jobs
                set state = 'waiting', lease_until = null, error = :error,
                    run_at = clock_timestamp() + :delayMillis * interval '1 millisecond'
                """,
                update -> update.bind("delayMillis", delay.toMillis()).bind("error", error));
    }

    @Override
    public boolean giveBack(Claim claim) {
        return change(claim, """
                update public.jobs
                set state = 'waiting', lease_until = null, attempt = attempt - 1, run_at = clock_timestamp()
                """, update -> update);
    }

    @Override
    public boolean bury(Claim claim, String error) {
        return change(
                claim,
                "update public.jobs set state = 'dead', lease_until = null, error = :error ",
                update -> update.bind("error", error));
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
                        update public.jobs set state = 'waiting', lease_until = null, run_at = clock_timestamp()
                        where id = any(array(select id from public.jobs
                                             where state = 'claimed' and lease_until <= (select clock_timestamp())
                                             for update skip locked))
                        """).execute());
    }

    @Override
    public List<JobId> listOverdue(Duration overdue, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id from public.jobs
                        where state = 'waiting'
                          and run_at <= (select clock_timestamp() - :overdueMillis * interval '1 millisecond')
                        order by run_at limit :limit
                        """)
                .bind("overdueMillis", overdue.toMillis())
                .bind("limit", limit)
                .map((row, context) -> new JobId(Columns.uuid(row, "id")))
                .list());
    }
}
