package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** With many rows no query that a request or a worker waits for reads a table from end to end. */
class QueryPlansTest {

    private static final PageRequest PAGE = PageRequest.first(20);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Set<Queue> QUEUES = EnumSet.allOf(Queue.class);

    private static final StepId STEP = new StepId(new NodeId("node1"), 0);
    private static final UsagePeriod PERIOD =
            new UsagePeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** The owner of one in two thousand of everything. */
    private static UserId owner = new UserId(new UUID(0, 0));

    @BeforeAll
    static void fill() {
        ManyRows.insert(DATABASE, 2_000, 100_000);
        owner = new UserId(one("public.users"));
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
            adapter.fileInventory().list("", 100);
            adapter.fileInventory().list("8", 100);
            adapter.workflows().list(owner, project, PAGE);
            adapter.runs().list(owner, workflow, PAGE);
        });
    }

    @Test
    void search() {
        var scope = new SearchScope(owner, new ProjectId(one("public.projects")));
        var document = new DocumentId(one("public.documents"));
        assertNoTableIsScanned(adapter -> {
            adapter.passages().passages(owner, document);
            adapter.passages().embedded(owner, document, "test/three");
            assertEquals(1, adapter.passages().models(scope).size());
            assertEquals(
                    2,
                    adapter.passages()
                            .nearest(scope, "test/three", new float[] {1, 2, 3}, 10)
                            .size());
            assertEquals(
                    2,
                    adapter.passages().matching(scope, "content", Need.ANY, 10).size());
            adapter.passages().withoutVectors("test/three", DocumentId.BELOW_ALL, 10);
            adapter.documents().listPending(Instant.parse("2026-11-01T12:00:00Z"), DocumentId.BELOW_ALL, 100);
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
            adapter.runs().newestSteps(owner, run, List.of(new NodeId("node1")));
        });
    }

    @Test
    void work_for_workers() {
        assertNoTableIsScanned(adapter -> {
            adapter.jobs().renew(List.of(claim(UUID.randomUUID())), LEASE);
            adapter.jobs().complete(List.of(claim(UUID.randomUUID())));
            adapter.jobs().releaseExpired();
            adapter.jobRecords().removeEnded(Duration.ofDays(7), Duration.ofDays(30), 100);
            adapter.runs().newestEvents(List.of(new RunId(one("public.runs"))));
            adapter.runs().stopped(List.of(new RunId(one("public.runs"))));
            adapter.idempotency().removeExpired(Instant.parse("2026-11-01T12:00:00Z"), 100);
        });
    }

    /** The rows are such that few owners have all that is due: it is looked for behind them. */
    @Test
    void claims() {
        assertNoTableIsScanned(adapter -> assertEquals(
                8, adapter.jobs().claimDue(QUEUES, 8, 2, LEASE).claims().size()));
    }

    @Test
    void what_users_and_operators_see_of_jobs() {
        var job = new JobId(one("public.jobs"));
        assertNoTableIsScanned(adapter -> {
            adapter.jobRecords().find(owner, job);
            adapter.jobRecords().list(owner, PAGE);
            adapter.jobRecords()
                    .list(new JobFilter(Optional.of(JobState.DEAD), Optional.of(Queue.BULK), Optional.empty()), 20);
            adapter.jobRecords().cancel(job);
            adapter.jobRecords().revive(job);
            adapter.jobRecords().remove(job);
        });
    }

    @Test
    void what_calls_cost() {
        var run = new RunId(one("public.runs"));
        var call = new CallId(one("public.paid_calls"));
        var now = Instant.parse("2026-11-01T12:00:00Z");
        assertNoTableIsScanned(adapter -> {
            adapter.callLedger().ofRun(owner, run);
            adapter.callLedger().ofPeriod(owner, PERIOD);
            adapter.callLedger().usage(owner, PERIOD);
            adapter.callLedger().settle(owner, call, new CallOutcome.Free(), now);
            adapter.callLedger().giveUp(owner, run, STEP, now);
            adapter.transactions().run(() -> adapter.callLedger().lock(owner));
        });
    }

    @Test
    void removals() {
        var project = new ProjectId(one("public.projects"));
        assertNoTableIsScanned(adapter -> adapter.projects().delete(owner, project));
    }

    @Test
    void the_removal_of_a_user() {
        var other = new UserId(UUID.fromString(
                DATABASE.query("select id from public.users where id <> '%s' limit 1".formatted(owner.value()))
                        .getFirst()));
        assertNoTableIsScanned(adapter -> DATABASE.remove(other));
    }

    /** The plans that PostgreSQL makes for any values at all, as it does for prepared statements. */
    @TestFactory
    Stream<DynamicTest> each_query_is_answered_by_an_index() {
        var id = UUID.randomUUID();
        return Stream.of(
                query("users_pkey", adapter -> adapter.users().find(owner)),
                query("projects_by_owner", adapter -> adapter.projects().list(owner, PAGE)),
                query("projects_by_owner", adapter -> adapter.projects().find(owner, new ProjectId(id))),
                query("documents_by_project", adapter -> adapter.documents().list(owner, new ProjectId(id), PAGE)),
                query(
                        "documents_id_project_id_owner_id_key",
                        adapter -> adapter.documents().find(owner, new DocumentId(id))),
                query("files_by_project", adapter -> adapter.files().list(owner, new ProjectId(id), PAGE)),
                query("files_deleting", adapter -> adapter.files().listDeleting(owner, 10)),
                query("files_pkey", adapter -> adapter.files().find(owner, new FileId(id))),
                query("files_deleting", adapter -> adapter.files().remove(owner, List.of(new FileId(id)))),
                query("files_by_project", adapter -> adapter.files().markAllDeleting(owner, new ProjectId(id), 10)),
                query("files_object_key_key", adapter -> adapter.fileInventory().contains(new ObjectKey("files/x"))),
                query("files_by_key", adapter -> adapter.fileInventory().list("8", 100)),
                query("workflows_by_project", adapter -> adapter.workflows().list(owner, new ProjectId(id), PAGE)),
                query(
                        "workflows_id_owner_id_key",
                        adapter -> adapter.workflows().find(owner, new WorkflowId(id))),
                query(
                        "workflow_versions_pkey",
                        adapter -> adapter.workflows().definition(owner, new WorkflowId(id), 1)),
                query("runs_by_workflow", adapter -> adapter.runs().list(owner, new WorkflowId(id), PAGE)),
                query("runs_id_owner_id_key", adapter -> adapter.runs().find(owner, new RunId(id))),
                query("run_events_pkey", adapter -> adapter.runs().events(owner, new RunId(id), 1, 100)),
                query("run_steps_pkey", adapter -> adapter.runs().steps(owner, new RunId(id))),
                query(
                        "run_steps_pkey",
                        adapter -> adapter.runs().newestSteps(owner, new RunId(id), List.of(new NodeId("node1")))),
                query(
                        "documents_pending",
                        adapter -> adapter.documents()
                                .listPending(Instant.parse("2026-11-01T12:00:00Z"), DocumentId.BELOW_ALL, 100)),
                query(
                        "passages_words",
                        adapter -> adapter.passages()
                                .matching(new SearchScope(owner, new ProjectId(id)), "content", Need.ANY, 10)),
                query("jobs_waiting", adapter -> adapter.jobs().claimDue(QUEUES, 8, 2, LEASE)),
                query("jobs_waiting_by_owner", adapter -> adapter.jobs().claimDue(QUEUES, 8, 2, LEASE)),
                query("jobs_pkey", adapter -> adapter.jobs().complete(List.of(claim(id)))),
                query("jobs_pkey", adapter -> adapter.jobs().renew(List.of(claim(id)), LEASE)),
                query("jobs_claimed", adapter -> adapter.jobs().releaseExpired()),
                query("jobs_by_owner", adapter -> adapter.jobRecords().find(owner, new JobId(id))),
                query("jobs_by_owner", adapter -> adapter.jobRecords().list(owner, PAGE)),
                query(
                        "jobs_ended",
                        adapter -> adapter.jobRecords().removeEnded(Duration.ofDays(7), Duration.ofDays(30), 100)),
                query("jobs_waiting", adapter -> adapter.jobRecords().depths()),
                query("paid_calls_by_run", adapter -> adapter.callLedger().ofRun(owner, new RunId(id))),
                query("paid_calls_by_owner", adapter -> adapter.callLedger().ofPeriod(owner, PERIOD)),
                query("paid_calls_by_owner", adapter -> adapter.callLedger().usage(owner, PERIOD)),
                query(
                        "paid_calls_open",
                        adapter -> adapter.callLedger().giveUp(owner, new RunId(id), STEP, PERIOD.begin())),
                query(
                        "paid_calls_pkey",
                        adapter -> adapter.callLedger()
                                .settle(owner, new CallId(id), new CallOutcome.Free(), PERIOD.begin())),
                query("runs_", adapter -> adapter.runs().stopped(List.of(new RunId(id)))),
                query("runs_id_owner_id_key", adapter -> adapter.runs().newestEvents(List.of(new RunId(id)))),
                query(
                        "idempotency_keys_by_expiry",
                        adapter -> adapter.idempotency().removeExpired(Instant.parse("2026-11-01T12:00:00Z"), 100)));
    }

    private static DynamicTest query(String index, Consumer<PostgresAdapter> call) {
        var statements = new ArrayList<String>();
        var logger = new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                var sql = context.getParsedSql().getSql();
                if (!sql.equals(ClaimDue.LOCK)) {
                    statements.add(sql);
                }
            }
        };
        try (var adapter = PostgresAdapter.open(new PostgresSettings(DATABASE.url(), 1), logger)) {
            call.accept(adapter);
        }
        return DynamicTest.dynamicTest(
                index + ": " + statements.getFirst().strip().replaceAll("\\s+", " "), () -> {
                    var plan = explain(numbered(statements.getFirst()));
                    assertTrue(plan.stream().anyMatch(line -> line.contains(index)), () -> String.join("\n", plan));
                    assertTrue(
                            plan.stream().noneMatch(line -> line.contains("Seq Scan")), () -> String.join("\n", plan));
                });
    }

    private static Claim claim(UUID id) {
        return new Claim(Job.of(new JobId(id), owner, new Task.RemoveDeletedFiles()), 1, 1);
    }

    private static List<String> explain(String sql) throws SQLException {
        var asText = DatabaseUrl.parse(DATABASE.database().url() + "?preferQueryMode=simple");
        try (var connection = Connections.unpooled(asText).getConnection()) {
            return TestDatabase.query(connection, "explain (generic_plan) " + sql);
        }
    }

    /** With the parameters as the server knows them. */
    private static String numbered(String sql) {
        var number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(sql).replaceAll(match -> "\\$" + number.incrementAndGet());
    }

    private static UUID one(String table) {
        var owned = table.equals("public.users") ? "" : " where owner_id = '" + owner.value() + "'";
        return UUID.fromString(
                DATABASE.query("select id from " + table + owned + " limit 1").getFirst());
    }

    /** The server counts what is read; a session reports its counts at its end at the latest. */
    private static void assertNoTableIsScanned(Consumer<PostgresAdapter> calls) {
        awaitNobody();
        var scansBefore = scans();
        long rowsBefore = rowsRead();
        try (var adapter = PostgresAdapter.open(new PostgresSettings(DATABASE.url(), 1))) {
            calls.accept(adapter);
        }
        awaitNobody();
        assertEquals(scansBefore, scans());
        long rows = rowsRead() - rowsBefore;
        assertTrue(rows < 1_000, () -> rows + " rows read");
    }

    private static List<String> scans() {
        return DATABASE.query("""
            select relname || ' ' || seq_scan from pg_stat_user_tables
            where schemaname = 'public' order by relname
            """);
    }

    /** Through indexes, including what a filter then throws away. */
    private static long rowsRead() {
        return Long.parseLong(DATABASE.query("""
            select sum(idx_tup_fetch) from pg_stat_user_tables where schemaname = 'public'
            """).getFirst());
    }

    private static void awaitNobody() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!DATABASE.query("""
                select 1 from pg_stat_activity where backend_type = 'client backend'
                and datname = current_database() and pid <> pg_backend_pid()
                """).isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
    }
}
