-- Calls that may cost money: written down before they are made, and settled afterwards. They outlive the runs that made them, so
-- that what has been spent does not become less when a project is removed.

create table public.paid_calls (
    id            uuid primary key,
    owner_id      uuid        not null references public.users (id) on delete cascade,
    run_id        uuid,
    node_id       text,
    iteration     integer,
    attempt       integer,
    kind          text        not null check (kind in ('text', 'image', 'embeddings', 'web_search')),
    model         text        not null,
    reserved_usd  numeric     not null check (reserved_usd >= 0),
    state         text        not null check (state in ('open', 'paid', 'free', 'unknown')),
    input_tokens  bigint,
    output_tokens bigint,
    images        bigint,
    cost_usd      numeric,
    began_at      timestamptz not null,
    ended_at      timestamptz,
    constraint paid_calls_origin_check
        check (num_nulls(run_id, node_id, iteration, attempt) in (0, 4)),
    constraint paid_calls_usage_check
        check (num_nulls(input_tokens, output_tokens, images, cost_usd) = case when state = 'paid' then 0 else 4 end),
    constraint paid_calls_ended_check check ((state = 'open') = (ended_at is null))
);
create index paid_calls_by_owner on public.paid_calls (owner_id, began_at);
create index paid_calls_by_run on public.paid_calls (run_id) where run_id is not null;
create index paid_calls_open on public.paid_calls (run_id) where state = 'open' and run_id is not null;

alter table public.paid_calls enable row level security;
revoke all on public.paid_calls from anon, authenticated;
create policy own_rows on public.paid_calls for select to authenticated using ((select auth.uid()) = owner_id);
