-- Work for workers. A job that is done has no row. Times are of this database's clock alone.

create table public.jobs (
    id          uuid primary key,
    owner_id    uuid        not null references public.users (id) on delete cascade,
    kind        text        not null,
    payload     json        not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'claimed', 'dead')),
    run_at      timestamptz not null default clock_timestamp(),
    lease_until timestamptz,
    fence       bigint      not null default 0,
    attempt     integer     not null default 0,
    error       text,
    created_at  timestamptz not null default clock_timestamp(),
    check (state <> 'claimed' or lease_until is not null)
);
create index jobs_waiting on public.jobs (run_at) where state = 'waiting';
create index jobs_claimed on public.jobs (lease_until) where state = 'claimed';
create index jobs_by_owner on public.jobs (owner_id);

-- What was answered to requests with an idempotency key. Keys are kept as digests, they may be of any length.
create table public.idempotency_keys (
    owner_id    uuid        not null references public.users (id) on delete cascade,
    key_sha256  text        not null,
    fingerprint text        not null,
    answer      text        not null,
    expires_at  timestamptz not null,
    primary key (owner_id, key_sha256)
);
create index idempotency_keys_by_expiry on public.idempotency_keys (expires_at);

-- Nobody's business but ours: no policy, so no row is visible to anybody who comes through Supabase's API.
alter table public.jobs enable row level security;
alter table public.idempotency_keys enable row level security;
revoke all on public.jobs, public.idempotency_keys from anon, authenticated;
