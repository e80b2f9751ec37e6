package dev.atelier.adapter.postgres;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Queue;
import dev.atelier.port.out.job.Taken;
import dev.atelier.port.out.job.Taken.Left;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Claims what is due. It looks at the front of each queue. When that is blocked by owners who may not have more, it goes from
 * owner to owner behind them, beginning with a random one: what stands in front is never read to its end.
 *
 * <p>That a job waits is said in two ways, each of which has an index of its own (see V5): the planner, who seldom knows how
 * many jobs wait just now, has no choice between them.
 *
 * <p>What is chosen is sought by its id, and its state is looked at there, in case it was cancelled meanwhile: the index of
 * all that waits must not be read for that.
 *
 * <p>Claims are made one after another, by a lock until the end of the transaction: counting what an owner has under way, and
 * adding to it, is one thing then. Whoever is paused with that lock in hand loses it as {@link Connections} says.
 */
record ClaimDue(Set<Queue> queues, int limit, int perOwner, Duration lease) {

    /**
     * Any number that nobody else uses; it says "jobs" in ASCII. And until the end of the transaction the statement is not
     * planned anew for each claim, which would take as long as the claim itself: whatever the figures are that are bound to it,
     * there is one plan.
     */
    static final String LOCK =
            "select pg_advisory_xact_lock(1785684595), set_config('plan_cache_mode', 'force_generic_plan', true)";

    /** How much more than the limit is looked at, in order to find enough and to know what is left. */
    private static final int LOOK_FURTHER = 50;

    private static final int OWNERS_VISITED = 50;

    private static final String CLAIM = """
            with recursive queues (name, rank) as (
                select * from unnest(cast(:queues as text[])) with ordinality
            ), front as materialized (
                select waiting.*, rank from queues cross join lateral (
                    select id, owner_id, run_at from public.jobs
                    where lease_until is null and ended_at is null
                      and queue = name and run_at <= (select clock_timestamp())
                    order by run_at limit :window) as waiting
            ), front_owners as materialized (
                select owner_id, (select count(*) from public.jobs as claimed
                                  where state = 'claimed' and claimed.owner_id = owners.owner_id) as jobs
                from (select distinct owner_id from front) as owners
            ), room as (
                select rank, sum(waiting) as seen, sum(least(waiting, greatest(0, :perOwner - jobs))) as allowed
                from (select rank, owner_id, count(*) as waiting from front group by rank, owner_id) as owners
                join front_owners using (owner_id) group by rank
            ), owners as (
                select 1 as step, cast(:start as uuid) as owner_id
                where exists (select from room where seen >= :window and allowed < :limit)
                union all
                select step + 1, coalesce(
                    (select next.owner_id from public.jobs as next
                     where next.state = 'waiting' and next.owner_id > owners.owner_id order by next.owner_id limit 1),
                    (select next.owner_id from public.jobs as next
                     where next.state = 'waiting' order by next.owner_id limit 1))
                from owners where owners.owner_id is not null and step <= :owners
            ), behind as (
                select waiting.*, rank from (select distinct owner_id from owners) as visited cross join queues
                cross join lateral (
                    select id, owner_id, run_at from public.jobs
                    where state = 'waiting' and owner_id = visited.owner_id and queue = name
                      and run_at <= (select clock_timestamp())
                    order by run_at limit :perOwner) as waiting
            ), under_way as (
                select owner_id, jobs from front_owners
                union all
                select owner_id, (select count(*) from public.jobs as claimed
                                  where state = 'claimed' and claimed.owner_id = owners.owner_id)
                from (select owner_id from behind except select owner_id from front_owners) as owners
            ), placed as materialized (
                select id, rank, run_at, jobs + row_number()
                    over (partition by owner_id order by rank, run_at, id) as place
                from (select * from front union select * from behind) as seen join under_way using (owner_id)
            ), chosen as materialized (
                select id, rank from placed where place <= :perOwner order by rank, run_at, id limit :limit
            ), claimed as (
                update public.jobs
                set state = 'claimed', fence = fence + 1, attempt = attempt + 1,
                    lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond'
                where id = any(array(select id from public.jobs
                                     where id = any(array(select id from chosen)) and state || '' = 'waiting'
                                     for update skip locked))
                returning id, owner_id, queue, kind, payload, key, attempt, fence, run_at, request_id
            )
            select claimed.*, counts.* from (
                select count(*) as seen, count(*) filter (where place <= :perOwner) as allowed from placed) as counts
            left join claimed on true left join chosen using (id)
            order by rank, run_at, id
            """;

    Taken execute(Handle handle) {
        handle.execute(LOCK);
        return handle.createQuery(CLAIM)
                .bindArray(
                        "queues",
                        String.class,
                        queues.stream().sorted().map(Queue::toString).toArray())
                .bind("window", 2 * limit + LOOK_FURTHER)
                .bind("start", UUID.randomUUID())
                .bind("owners", OWNERS_VISITED)
                .bind("perOwner", perOwner)
                .bind("limit", limit)
                .bind("leaseMillis", lease.toMillis())
                .scanResultSet((rows, context) -> taken(rows.get()));
    }

    private Taken taken(ResultSet rows) throws SQLException {
        var claims = new ArrayList<Claim>();
        var left = Left.NOTHING;
        while (rows.next()) {
            if (rows.getString("id") != null) {
                claims.add(JobRows.claim(rows));
            }
            left = rows.getLong("allowed") > limit
                    ? Left.MORE
                    : rows.getLong("seen") > claims.size() ? Left.HELD_BACK : Left.NOTHING;
        }
        return new Taken(claims, left);
    }
}
