insert into public.jobs (id, owner_id, queue, kind, payload, state, ended_at, request_id)
select gen_random_uuid(), id, 'bulk', 'remove_deleted_files', '{}', 'done', now(), '7c0e5bb8-0d55-4a0e-9f52-0c7f3a3c1d11' from public.users;
