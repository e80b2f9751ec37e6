-- What is searched: the passages of documents, and where they lie in the space of each model that has looked at them.
-- Nothing here needs pgvector: vectors are arrays of real. Where there is pgvector, indexes are made of them after the
-- migrations (VectorIndexes), which is then done as soon as somebody enables it.

-- For what refers to a document: it lies in the same project, and belongs to the same owner.
alter table public.documents add constraint documents_id_project_id_owner_id_key unique (id, project_id, owner_id);

create table public.passages (
    document_id  uuid    not null,
    ordinal      integer not null,
    owner_id     uuid    not null,
    project_id   uuid    not null,
    content      text    not null,
    heading      text,
    page         integer,
    start_offset integer not null,
    end_offset   integer not null,
    digest       text    not null,
    -- The name of a configuration, and not a regconfig: pg_upgrade refuses tables that have such columns.
    language     text    not null check (language in ('english', 'portuguese', 'simple')),
    -- The words, with and without accents, and one more that names project and language: so that the index finds the
    -- passages of one project among all others.
    words        tsvector not null,
    primary key (document_id, ordinal),
    foreign key (document_id, project_id, owner_id) references public.documents (id, project_id, owner_id) on delete cascade
);
create index passages_by_digest on public.passages (document_id, digest);
create index passages_words on public.passages using gin (words);

create table public.passage_vectors (
    document_id uuid    not null,
    model       text    not null,
    digest      text    not null,
    owner_id    uuid    not null,
    project_id  uuid    not null,
    dimension   integer not null,
    embedding   real[]  not null,
    primary key (document_id, model, digest),
    check (cardinality(embedding) = dimension),
    foreign key (document_id, project_id, owner_id) references public.documents (id, project_id, owner_id) on delete cascade
);
create index passage_vectors_by_project on public.passage_vectors (project_id, owner_id, model);

-- Compressing numbers that look random costs time and saves nothing.
alter table public.passage_vectors alter column embedding set storage external;

-- What was written before there was a search is to be found as well.
update public.documents set ingestion = 'pending' where ingestion = 'none';
create index documents_pending on public.documents (id) where ingestion = 'pending';

alter table public.passages enable row level security;
alter table public.passage_vectors enable row level security;
revoke all on public.passages, public.passage_vectors from anon, authenticated;
create policy own_rows on public.passages for select to authenticated using ((select auth.uid()) = owner_id);
create policy own_rows on public.passage_vectors for select to authenticated using ((select auth.uid()) = owner_id);
