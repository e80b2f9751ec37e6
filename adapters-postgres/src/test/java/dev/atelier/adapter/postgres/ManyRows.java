package dev.atelier.adapter.postgres;

import java.sql.SQLException;
import java.util.List;

/**
 * Rows in every table, dealt out among many owners; put in as a copy is, past triggers and foreign keys, which would take
 * ten times as long.
 */
final class ManyRows {

    private ManyRows() {}

    /** Of {@code users} who own the projects in turn; each project with a few of everything. */
    static void insert(TestDatabase database, int users, int projects) {
        database.signUpMany(users);
        try (var connection =
                        database.database().as("supabase_admin").dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : statements(users, projects)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> statements(int users, int projects) {
        return List.of(
                """
            with owners as (select id, row_number() over () - 1 as position from public.users)
            insert into public.projects (id, owner_id, name, description, created_at, updated_at, revision)
            select gen_random_uuid(), owners.id, 'Project', '', now(), now(), 1
            from generate_series(1, %1$d) as number join owners on owners.position = number %% %2$d
            """.formatted(projects, users), """
            insert into public.documents (id, owner_id, project_id, title, content, media_type, status, ingestion,
                created_at, updated_at, revision)
            select gen_random_uuid(), owner_id, id, 'Title', 'Content', 'text', 'draft', 'none', now(), now(), 1
            from public.projects, generate_series(1, 1)
            """, """
            insert into public.passages (document_id, ordinal, owner_id, project_id, content, start_offset, end_offset,
                digest, language, words)
            select id, number, owner_id, project_id, content, 0, 7, 'digest' || number, 'english',
                array_to_tsvector(array['project' || replace(project_id::text, '-', '') || '_english', 'content'])
            from public.documents, generate_series(0, 1) as number
            """, """
            insert into public.passage_vectors (document_id, model, digest, owner_id, project_id, dimension, embedding)
            select document_id, 'test/three', digest, owner_id, project_id, 3, '{1, 2, 3}' from public.passages
            """, """
            insert into public.files (id, owner_id, project_id, file_name, content_type, object_key, size, sha256,
                state, created_at)
            select gen_random_uuid(), owner_id, id, 'name', 'text/plain', gen_random_uuid()::text, 1, repeat('0', 64),
                case when number = 1 and random() < 0.01 then 'deleting' else 'stored' end, now()
            from public.projects, generate_series(1, 1) as number
            """, """
            insert into public.workflows (id, owner_id, project_id, name, description, version, created_at, updated_at)
            select gen_random_uuid(), owner_id, id, 'Workflow', '', 1, now(), now() from public.projects
            """, """
            insert into public.workflow_versions (workflow_id, version, owner_id, definition)
            select id, 1, owner_id, '{}' from public.workflows
            """, """
            insert into public.runs (id, owner_id, project_id, workflow_id, workflow_version, status, progress, inputs,
                outputs, usage, last_event, created_at, revision)
            select gen_random_uuid(), owner_id, project_id, id, 1, 'completed', 100, '{}', '{}', '[]', 3, now(), 1
            from public.workflows
            """, """
            insert into public.run_steps (run_id, node_id, iteration, owner_id, type, label, status, attempt, output, usage)
            select id, 'node' || number, 0, owner_id, 'start', '', 'completed', 1, '{}', '[]'
            from public.runs, generate_series(1, 1) as number
            """, """
            insert into public.run_events (run_id, number, owner_id, type, data, at)
            select id, number, owner_id, 'run.queued', '{}', now() from public.runs, generate_series(1, 1) as number
            """, """
            insert into public.jobs (id, owner_id, queue, kind, payload, state, run_at, lease_until, ended_at)
            select gen_random_uuid(), owner_id, case when number % 2 = 0 then 'bulk' else 'interactive' end,
                'remove_deleted_files', '{}', state, now() + delay * interval '1 minute',
                case when state = 'claimed' then now() + interval '1 minute' end,
                case when state in ('done', 'dead', 'cancelled') then now() end
            from (select owner_id, row_number() over () % 250 as number from public.projects) as numbered,
                lateral (values (case when number = 0 then 'claimed' when number < 100 then 'waiting'
                        when number = 100 then 'dead' when number = 101 then 'cancelled' else 'done' end,
                    case when number < 5 then -1 else 10 end)) as kinds (state, delay)
            """, """
            insert into public.idempotency_keys (owner_id, key_sha256, fingerprint, answer, expires_at)
            select owner_id, id::text, 'x', 'x', now() + interval '1 hour' from public.projects
            """, """
            insert into public.paid_calls (id, owner_id, run_id, node_id, iteration, attempt, kind, model, reserved_usd, state,
                input_tokens, output_tokens, images, cost_usd, began_at, ended_at)
            select gen_random_uuid(), owner_id, id, 'node1', 0, 1, 'text', 'maker/model', 0.01, 'paid', 1, 1, 0, 0.01,
                now() - random() * interval '300 days', now()
            from public.runs
            """, "analyze");
    }
}
