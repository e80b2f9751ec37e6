-- Workflows and their runs. Definitions, inputs and outputs are json and not jsonb: they are given back to the letter, and
-- nothing is ever searched inside of them.

create table public.workflows (
    id          uuid primary key,
    owner_id    uuid        not null references public.users (id) on delete cascade,
    project_id  uuid        not null,
    name        text        not null,
    description text        not null,
    version     bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    unique (id, owner_id),
    foreign key (project_id, owner_id) references public.projects (id, owner_id) on delete cascade
);
create index workflows_by_project on public.workflows (project_id, id);
create index workflows_by_owner on public.workflows (owner_id);

create table public.workflow_versions (
    workflow_id uuid   not null,
    version     bigint not null,
    owner_id    uuid   not null,
    definition  json   not null,
    primary key (workflow_id, version),
    foreign key (workflow_id, owner_id) references public.workflows (id, owner_id) on delete cascade
);

create table public.runs (
    id               uuid primary key,
    owner_id         uuid        not null references public.users (id) on delete cascade,
    project_id       uuid        not null,
    workflow_id      uuid        not null,
    workflow_version bigint      not null,
    status           text        not null
        check (status in ('pending', 'running', 'paused', 'completed', 'failed', 'stopped')),
    progress         integer     not null,
    current_node     text,
    inputs           json        not null,
    outputs          json        not null,
    error            text,
    usage            json        not null,
    cost_limit_usd   numeric,
    last_event       bigint      not null,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    revision         bigint      not null,
    unique (id, owner_id),
    foreign key (workflow_id, owner_id) references public.workflows (id, owner_id) on delete cascade
);
create index runs_by_workflow on public.runs (workflow_id, id);
create index runs_by_owner on public.runs (owner_id);

create table public.run_steps (
    run_id      uuid    not null,
    node_id     text    not null,
    iteration   integer not null,
    position    bigint generated always as identity,
    owner_id    uuid    not null,
    type        text    not null,
    label       text    not null,
    status      text    not null check (status in ('pending', 'running', 'completed', 'failed')),
    attempt     integer not null,
    started_at  timestamptz,
    finished_at timestamptz,
    output      json    not null,
    error       text,
    usage       json    not null,
    primary key (run_id, node_id, iteration),
    foreign key (run_id, owner_id) references public.runs (id, owner_id) on delete cascade
);

create table public.run_events (
    run_id   uuid        not null,
    number   bigint      not null,
    owner_id uuid        not null,
    type     text        not null,
    data     json        not null,
    at       timestamptz not null,
    primary key (run_id, number),
    foreign key (run_id, owner_id) references public.runs (id, owner_id) on delete cascade
);

alter table public.workflows enable row level security;
alter table public.workflow_versions enable row level security;
alter table public.runs enable row level security;
alter table public.run_steps enable row level security;
alter table public.run_events enable row level security;
revoke all on public.workflows, public.workflow_versions, public.runs, public.run_steps, public.run_events
    from anon, authenticated;
create policy own_rows on public.workflows for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.workflow_versions for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.runs for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.run_steps for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.run_events for select to authenticated using ((select auth.uid()) = owner_id);
