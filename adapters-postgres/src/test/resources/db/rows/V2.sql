insert into public.projects (id, owner_id, name, description, created_at, updated_at, revision)
select gen_random_uuid(), id, 'Project', 'Of version 2', now(), now(), 1 from public.users;
insert into public.files (id, owner_id, project_id, file_name, content_type, object_key, size, sha256, state, created_at)
select gen_random_uuid(), owner_id, id, 'name', 'text/plain', gen_random_uuid()::text, 1, repeat('0', 64), 'stored', now()
from public.projects;
insert into public.documents (id, owner_id, project_id, title, content, media_type, status, file_id, ingestion, created_at,
    updated_at, revision)
select gen_random_uuid(), owner_id, project_id, 'Title', 'Content', 'text', 'draft', id, 'none', now(), now(), 1
from public.files;
