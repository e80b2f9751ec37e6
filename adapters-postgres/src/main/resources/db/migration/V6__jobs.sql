-- Jobs wait in queues, may have a key, and are kept for a while when they have ended.

alter table public.jobs
    add column queue    text    not null default 'bulk' check (queue in ('interactive', 'bulk')),
    add column key      text,
    add column again    boolean not null default false,
    add column ended_at timestamptz,
    drop constraint jobs_state_check,
    add constraint jobs_state_check check (state in ('waiting', 'claimed', 'done', 'dead', 'cancelled'));

update public.jobs set queue = 'interactive' where kind = 'execute_step';
update public.jobs set ended_at = clock_timestamp() where state = 'dead';
update public.jobs set lease_until = null where state <> 'claimed';

alter table public.jobs
    alter column queue drop default,
    drop constraint jobs_check,
    add constraint jobs_lease_check check ((state = 'claimed') = (lease_until is not null)),
    add constraint jobs_ended_check check ((state in ('done', 'dead', 'cancelled')) = (ended_at is not null));

-- Each index holds the jobs of some states alone, and none but the key holds those that are done but by their end:
-- however many of them are kept, those that wait are found as fast.
-- The first two hold the same jobs, and say so in different words: which of them is read is up to the query, not to the planner.
drop index public.jobs_waiting, public.jobs_claimed, public.jobs_by_owner;
create index jobs_waiting on public.jobs (queue, run_at) where lease_until is null and ended_at is null;
create index jobs_waiting_by_owner on public.jobs (owner_id, queue, run_at) where state = 'waiting';
create index jobs_claimed on public.jobs (lease_until) where state = 'claimed';
create index jobs_claimed_by_owner on public.jobs (owner_id) where state = 'claimed';
create index jobs_ended on public.jobs (state, ended_at) where state in ('done', 'dead', 'cancelled');
create index jobs_by_owner on public.jobs (owner_id, id);
create unique index jobs_by_key on public.jobs (owner_id, key) where key is not null and state in ('waiting', 'claimed');

-- Every job leaves two dead rows behind. They are to be cleared away by their number, not by the size of the table.
alter table public.jobs set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 1000);
