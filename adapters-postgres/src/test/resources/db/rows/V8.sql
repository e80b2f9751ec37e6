insert into public.paid_calls (id, owner_id, run_id, node_id, iteration, attempt, kind, model, reserved_usd, state, began_at)
select gen_random_uuid(), owner_id, id, 'text', 0, 1, 'text', 'maker/model', 0.05, 'open', now() from public.runs;
insert into public.paid_calls (id, owner_id, kind, model, reserved_usd, state, input_tokens, output_tokens, images, cost_usd,
    began_at, ended_at)
select gen_random_uuid(), id, 'embeddings', 'maker/model', 0.05, 'paid', 5, 0, 0, 0.000000123, now(), now() from public.users;
insert into public.paid_calls (id, owner_id, kind, model, reserved_usd, state, began_at, ended_at)
select gen_random_uuid(), id, 'web_search', '', 0.05, state, now(), now()
from public.users, unnest(array ['free', 'unknown']) as state;
