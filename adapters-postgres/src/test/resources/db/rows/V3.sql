insert into public.workflows (id, owner_id, project_id, name, description, version, created_at, updated_at)
select gen_random_uuid(), owner_id, id, 'Workflow', '', 1, now(), now() from public.projects;
insert into public.workflow_versions (workflow_id, version, owner_id, definition)
select id, 1, owner_id, '{"nodes": [], "edges": []}' from public.workflows;
insert into public.runs (id, owner_id, project_id, workflow_id, workflow_version, status, progress, inputs, outputs, usage,
    last_event, created_at, revision)
select gen_random_uuid(), owner_id, project_id, id, 1, 'completed', 100, '{}', '{}', '[]', 1, now(), 1
from public.workflows;
insert into public.run_steps (run_id, node_id, iteration, owner_id, type, label, status, attempt, output, usage)
select id, 'start', 0, owner_id, 'start', '', 'completed', 1, '{}', '[]' from public.runs;
insert into public.run_events (run_id, number, owner_id, type, data, at)
select id, 1, owner_id, 'run.queued', '{}', now() from public.runs;
