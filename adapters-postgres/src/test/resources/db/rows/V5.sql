insert into public.files (id, owner_id, project_id, file_name, content_type, object_key, state, created_at, expected_size,
    expected_sha256, has_thumbnail)
select gen_random_uuid(), owner_id, id, 'later.png', 'image/png', 'files/v5', 'pending', now(), 5, repeat('a', 64), false
from public.projects limit 1;
insert into atelier.sweeps (name, begun_at) values ('files', now());
