-- What files need beyond their bytes: what is said of those that browsers send to storage by themselves, thumbnails, and
-- what the sweeper asks.

alter table public.files
    add column expected_size   bigint,
    add column expected_sha256 text,
    add column has_thumbnail   boolean not null default false;

-- In the order of their bytes, which is that in which storage lists objects.
create index files_by_key on public.files (object_key collate "C");

-- Who has swept last, of all processes. This schema is not shown to browsers, unlike public.
create table atelier.sweeps (
    name     text primary key,
    begun_at timestamptz not null
);
revoke all on atelier.sweeps from public;
