insert into public.jobs (id, owner_id, kind, payload)
select gen_random_uuid(), id, 'remove_deleted_files', '{}' from public.users;
insert into public.idempotency_keys (owner_id, key_sha256, fingerprint, answer, expires_at)
select id, 'key', 'x', 'x', now() + interval '1 hour' from public.users;
