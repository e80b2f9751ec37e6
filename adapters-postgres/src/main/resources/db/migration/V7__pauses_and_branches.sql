-- Runs that are paused say why. Steps wait for people or for the passes of their loop, are held while their run is paused, and
-- are skipped on branches that are not taken.

alter table public.runs
    add column pause_reason text check (pause_reason in ('requested', 'review', 'cost_limit'));

alter table public.run_steps
    drop constraint run_steps_status_check,
    add constraint run_steps_status_check
        check (status in ('pending', 'running', 'waiting', 'held', 'completed', 'skipped', 'failed'));
