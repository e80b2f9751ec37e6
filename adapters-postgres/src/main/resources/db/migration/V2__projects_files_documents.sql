-- What users keep. Every table names the owner; the keys below make it impossible that a thing lies in a project of
-- somebody else, whatever a query forgets. Ids are UUIDs of version 7: "newest first" is a descent by id.

create table public.projects (
    id          uuid primary key,
    owner_id    uuid        not null references public.users (id) on delete cascade,
    name        text        not null,
    description text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    revision    bigint      not null,
    unique (id, owner_id)
);
create index projects_by_owner on public.projects (owner_id, id);

create table public.files (
    id           uuid primary key,
    owner_id     uuid        not null references public.users (id) on delete cascade,
    project_id   uuid,
    file_name    text        not null,
    content_type text        not null,
    object_key   text        not null unique,
    size         bigint,
    sha256       text,
    state        text        not null check (state in ('pending', 'stored', 'deleting')),
    created_at   timestamptz not null,
    check (state <> 'stored' or (size is not null and sha256 is not null)),
    -- A file outlives its project until its object has been removed.
    foreign key (project_id, owner_id) references public.projects (id, owner_id) on delete set null (project_id)
);
create index files_by_project on public.files (project_id, id);
create index files_by_owner on public.files (owner_id);
create index files_deleting on public.files (owner_id, id) where state = 'deleting';

create table public.documents (
    id              uuid primary key,
    owner_id        uuid        not null references public.users (id) on delete cascade,
    project_id      uuid        not null,
    title           text        not null,
    content         text        not null,
    media_type      text        not null check (media_type in ('text', 'image', 'pdf', 'docx', 'html', 'markdown')),
    status          text        not null check (status in ('draft', 'done')),
    file_id         uuid references public.files (id) on delete set null,
    ingestion       text        not null check (ingestion in ('none', 'pending', 'ready', 'failed')),
    ingestion_error text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    revision        bigint      not null,
    foreign key (project_id, owner_id) references public.projects (id, owner_id) on delete cascade
);
create index documents_by_project on public.documents (project_id, id);
create index documents_by_owner on public.documents (owner_id);
create index documents_by_file on public.documents (file_id) where file_id is not null;

alter table public.projects enable row level security;
alter table public.files enable row level security;
alter table public.documents enable row level security;
revoke all on public.projects, public.files, public.documents from anon, authenticated;
create policy own_rows on public.projects for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.files for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.documents for select to authenticated using ((select auth.uid()) = owner_id);
