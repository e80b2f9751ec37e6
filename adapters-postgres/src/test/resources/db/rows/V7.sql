update public.runs set status = 'paused', pause_reason = 'review';

insert into public.run_steps (run_id, node_id, iteration, owner_id, type, label, status, attempt, output, usage)
select id, step, 0, owner_id, 'review', 'Look', step, 1, '{}', '[]'
from public.runs, unnest(array ['waiting', 'held', 'skipped']) as step;
