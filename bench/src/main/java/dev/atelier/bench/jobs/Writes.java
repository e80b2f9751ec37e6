package dev.atelier.bench.jobs;

/**
 * The three writes of a job, as bare statements.
 *
 * @param prepare what has to be there before
 * @param insert takes the id of the job and that of its owner
 * @param claim takes how many
 * @param finish takes the ids of those that are done
 * @param inTransaction whether the insert is in a transaction that is begun and committed, or commits by itself
 */
record Writes(String prepare, String insert, String claim, String finish, boolean inTransaction) {

    /** The least that a queue may write: a row of four columns with a key and one more index. */
    static final Writes BARE = new Writes(
            """
            create table if not exists bare_jobs (id uuid primary key, owner_id uuid not null,
                state text not null default 'waiting', run_at timestamptz not null default now());
            create index if not exists bare_jobs_waiting on bare_jobs (run_at) where state = 'waiting';
            truncate bare_jobs
            """,
            "insert into bare_jobs (id, owner_id) values (?, ?)",
            """
            update bare_jobs set state = 'claimed' where id = any(array(
                select id from bare_jobs where state = 'waiting' order by run_at limit ? for update skip locked))
            returning id
            """,
            "update bare_jobs set state = 'done' where id = any(?)",
            false);

    /** What the product writes for the same job: to its own table, its insert in a transaction, as a use case has it. */
    static final Writes OURS = new Writes("select 1", """
            insert into public.jobs (id, owner_id, queue, kind, payload, run_at)
            values (?, ?, 'bulk', 'remove_deleted_files', '{}', clock_timestamp())
            """, """
            update public.jobs
            set state = 'claimed', fence = fence + 1, attempt = attempt + 1,
                lease_until = clock_timestamp() + interval '15 seconds'
            where id = any(array(
                select id from public.jobs where lease_until is null and ended_at is null and queue = 'bulk'
                order by run_at limit ? for update skip locked))
            returning *
            """, """
            update public.jobs set state = 'done', ended_at = clock_timestamp(), lease_until = null
            where id = any(?) and state = 'claimed'
            """, true);
}
