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

alter table public.jobs
    alter column queue drop default,
    add constraint jobs_ended_check check ((state in ('done', 'dead', 'cancelled')) = (ended_at is not null));

-- Each index holds the jobs of some states alone, and none but the key holds those that are done but by their end:
-- however many of them are kept, those that wait are found as fast.
drop index public.jobs_waiting, public.jobs_claimed, public.jobs_by_owner;
create index jobs_waiting on public.jobs (queue, run_at) where state = 'waiting';
create index jobs_waiting_by_owner on public.jobs (queue, owner_id, run_at) where state = 'waiting';
create index jobs_claimed on public.jobs (lease_until, owner_id) where state = 'claimed';
create index jobs_ended on public.jobs (state, ended_at) where state in ('done', 'dead', 'cancelled');
create index jobs_by_owner on public.jobs (owner_id, id);
create unique index jobs_by_key on public.jobs (owner_id, key) where key is not null and state in ('waiting', 'claimed');
