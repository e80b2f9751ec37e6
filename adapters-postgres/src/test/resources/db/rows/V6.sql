insert into public.jobs (id, owner_id, queue, kind, payload, key, state, ended_at)
select gen_random_uuid(), id, 'bulk', 'remove_deleted_files', '{}', key, state, ended_at
from public.users,
    (values ('remove_deleted_files', 'waiting', null), (null, 'done', now()), (null, 'dead', now()), (null, 'cancelled', now()))
    as jobs (key, state, ended_at);
