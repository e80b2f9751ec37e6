package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.local.LocalPostgres;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With many rows no query that a request or a worker waits for reads a table from end to end. */
class QueryPlansTest {

    private static final PageRequest PAGE = PageRequest.first(20);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** The owner of one in two thousand of everything. */
    private static UserId owner = new UserId(new UUID(0, 0));

    @BeforeAll
    static void fill() {
        DATABASE.signUpMany(2_000);
        owner = new UserId(one("public.users"));
        DATABASE.execute("""
                with owners as (select id, row_number() over () - 1 as position from public.users)
                insert into public.projects (id, owner_id, name, description, created_at, updated_at, revision)
                select gen_random_uuid(), owners.id, 'Project', '', now(), now(), 1
                from generate_series(0, 9999) as number join owners on owners.position = number % 2000
                """);
        DATABASE.execute("""
                insert into public.documents (id, owner_id, project_id, title, content, media_type, status, ingestion,
                    created_at, updated_at, revision)
                select gen_random_uuid(), owner_id, id, 'Title', 'Content', 'text', 'draft', 'none', now(), now(), 1
                from public.projects, generate_series(1, 3)
                """);
        DATABASE.execute("""
                insert into public.files (id, owner_id, project_id, file_name, content_type, object_key, size, sha256,
                    state, created_at)
                select gen_random_uuid(), owner_id, id, 'name', 'text/plain', gen_random_uuid()::text, 1, repeat('0', 64),
                    case when number = 1 and random() < 0.01 then 'deleting' else 'stored' end, now()
                from public.projects, generate_series(1, 3) as number
                """);
        DATABASE.execute("""
                insert into public.workflows (id, owner_id, project_id, name, description, version, created_at, updated_at)
                select gen_random_uuid(), owner_id, id, 'Workflow', '', 1, now(), now() from public.projects
                """);
        DATABASE.execute("""
                insert into public.workflow_versions (workflow_id, version, owner_id, definition)
                select id, 1, owner_id, '{}' from public.workflows
                """);
        DATABASE.execute("""
                insert into public.runs (id, owner_id, project_id, workflow_id, workflow_version, status, progress, inputs,
                    outputs, usage, last_event, created_at, revision)
                select gen_random_uuid(), owner_id, project_id, id, 1, 'completed', 100, '{}', '{}', '[]', 3, now(), 1
                from public.workflows
                """);
        DATABASE.execute("""
                insert into public.run_steps (run_id, node_id, iteration, owner_id, type, label, status, attempt, output, usage)
                select id, 'node' || number, 0, owner_id, 'start', '', 'completed', 1, '{}', '[]'
                from public.runs, generate_series(1, 3) as number
                """);
        DATABASE.execute("""
                insert into public.run_events (run_id, number, owner_id, type, data, at)
                select id, number, owner_id, 'run.queued', '{}', now() from public.runs, generate_series(1, 3) as number
                """);
        DATABASE.execute("""
                insert into public.jobs (id, owner_id, kind, payload, state, lease_until)
                select gen_random_uuid(), owner_id, 'remove_deleted_files', '{}', 'dead', null from public.projects
                """);
        DATABASE.execute("""
                insert into public.idempotency_keys (owner_id, key_sha256, fingerprint, answer, expires_at)
                select owner_id, id::text, 'x', 'x', now() + interval '1 hour' from public.projects
                """);
        DATABASE.execute("analyze");
    }

    @AfterAll
    static void drop() {
        LocalPostgres.shared().drop(DATABASE.database());
    }

    @Test
    void lists() {
        var project = new ProjectId(one("public.projects"));
        var workflow = new WorkflowId(one("public.workflows"));
        assertNoTableIsScanned(adapter -> {
            adapter.projects().list(owner, PAGE);
            adapter.documents().list(owner, project, PAGE);
            adapter.files().list(owner, project, PAGE);
            adapter.files().listDeleting(owner, 10);
            adapter.workflows().list(owner, project, PAGE);
            adapter.runs().list(owner, workflow, PAGE);
        });
    }

    @Test
    void things_by_id() {
        var project = new ProjectId(one("public.projects"));
        var document = new DocumentId(one("public.documents"));
        var file = new FileId(one("public.files"));
        var workflow = new WorkflowId(one("public.workflows"));
        var run = new RunId(one("public.runs"));
        assertNoTableIsScanned(adapter -> {
            adapter.users().find(owner);
            adapter.projects().find(owner, project);
            adapter.documents().find(owner, document);
            adapter.files().find(owner, file);
            adapter.workflows().find(owner, workflow);
            adapter.workflows().definition(owner, workflow, 1);
            adapter.runs().find(owner, run);
            adapter.runs().events(owner, run, 1, 100);
            adapter.runs().steps(owner, run);
        });
    }

    @Test
    void work_for_workers() {
        assertNoTableIsScanned(adapter -> {
            adapter.jobs().claim(new JobId(UUID.randomUUID()), LEASE);
            adapter.jobs().claimDue(8, LEASE);
            adapter.jobs().releaseExpired();
            adapter.jobs().listOverdue(Duration.ofSeconds(1), 100);
        });
    }

    @Test
    void removals() {
        var project = new ProjectId(one("public.projects"));
        var run = new RunId(one("public.runs"));
        assertNoTableIsScanned(adapter -> {
            adapter.projects().delete(owner, project);
            adapter.runs().find(owner, run);
        });
    }

    private static UUID one(String table) {
        var owned = table.equals("public.users") ? "" : " where owner_id = '" + owner.value() + "'";
        return UUID.fromString(
                DATABASE.query("select id from " + table + owned + " limit 1").getFirst());
    }

    /** The server counts scans; a session reports its counts at its end at the latest. */
    private static void assertNoTableIsScanned(Consumer<PostgresAdapter> calls) {
        awaitNobody();
        var before = scans();
        try (var adapter = PostgresAdapter.open(new PostgresSettings(DATABASE.url(), 1))) {
            calls.accept(adapter);
        }
        awaitNobody();
        assertEquals(before, scans());
    }

    private static List<String> scans() {
        return DATABASE.query("""
                select relname || ' ' || seq_scan from pg_stat_user_tables
                where schemaname = 'public' order by relname
                """);
    }

    private static void awaitNobody() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!DATABASE.query(
                            "select 1 from pg_stat_activity where application_name = 'atelier' and datname = current_database()")
                    .isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
    }
}
