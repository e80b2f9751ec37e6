insert into public.documents (id, owner_id, project_id, title, content, media_type, status, ingestion, created_at, updated_at, revision)
select gen_random_uuid(), owner_id, id, 'Title', 'Content', 'text', 'draft', 'pending', now(), now(), 1 from public.projects;
