package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A call is one trip to the database; what must lock before it looks makes two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    private static final PageRequest PAGE = PageRequest.first(20);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final TestDatabase here = TestDatabase.migrated();
    private final HikariDataSource pool = Connections.pool(here.settings());
    private final List<String> statements = new ArrayList<>();
    private final Database database =
            new Database(Jdbi.create(pool).installPlugin(new PostgresPlugin()).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(String.valueOf(context.getRenderedSql()));
                }
            }));

    private final UserId owner = here.signUp("ada@example.com", "{}");

    @AfterAll
    void close() {
        pool.close();
        LocalPostgres.shared().drop(here.database());
    }

    @TestFactory
    Stream<DynamicTest> of_users_and_projects() {
        var users = new JdbiUserRepository(database);
        var projects = new JdbiProjectRepository(database);
        var project = Project.create(new ProjectId(UUID.randomUUID()), owner, new ProjectDetails("One", ""), NOW);
        return Stream.of(
                oneStatement("find a user", () -> users.find(owner)),
                oneStatement("insert a project", () -> projects.insert(project)),
                oneStatement("find a project", () -> projects.find(owner, project.id())),
                oneStatement("list projects", () -> projects.list(owner, PAGE)),
                oneStatement("delete a project", () -> projects.delete(owner, project.id())));
    }

    @TestFactory
    Stream<DynamicTest> of_what_is_in_projects() {
        var documents = new JdbiDocumentRepository(database);
        var passages = new JdbiPassageIndex(database, SelectNearest.Bounds.USUAL);
        var scope = new SearchScope(owner, new ProjectId(UUID.randomUUID()));
        var files = new JdbiFileRepository(database);
        var workflows = new JdbiWorkflowRepository(database);
        var project = new ProjectId(UUID.randomUUID());
        return Stream.of(
                oneStatement("find a document", () -> documents.find(owner, new DocumentId(UUID.randomUUID()))),
                oneStatement("list documents", () -> documents.list(owner, project, PAGE)),
                oneStatement("find passages by words", () -> passages.matching(scope, "tea", Need.ALL, 10)),
                statements(
                        2,
                        "find passages by meaning, in a small project",
                        () -> passages.nearest(scope, "test/three", new float[] {1, 2, 3}, 10)),
                oneStatement("find a file", () -> files.find(owner, new FileId(UUID.randomUUID()))),
                oneStatement("list files", () -> files.list(owner, project, PAGE)),
                oneStatement("find a workflow", () -> workflows.find(owner, new WorkflowId(UUID.randomUUID()))),
                oneStatement("list workflows", () -> workflows.list(owner, project, PAGE)));
    }

    @TestFactory
    Stream<DynamicTest> of_runs_and_jobs() {
        var runs = new JdbiRunRepository(database);
        var jobs = new JdbiJobRepository(database);
        var run = new RunId(UUID.randomUUID());
        var job = Job.of(new JobId(UUID.randomUUID()), owner, new Task.RemoveDeletedFiles());
        var other = Job.of(new JobId(UUID.randomUUID()), owner, new Task.ExecuteStep(run, new NodeId("text"), 0));
        var claim = new Claim(job, 1, 1);
        return Stream.of(
                oneStatement("find a run", () -> runs.find(owner, run)),
                oneStatement("list runs", () -> runs.list(owner, new WorkflowId(UUID.randomUUID()), PAGE)),
                oneStatement("list steps", () -> runs.steps(owner, run)),
                oneStatement("list events", () -> runs.events(owner, run, 0, 100)),
                oneStatement("insert a job", () -> jobs.insert(job)),
                statements(2, "claim jobs that are due", () -> jobs.claimDue(Set.of(Queue.BULK), 8, 4, LEASE)),
                oneStatement("insert a claimed job", () -> jobs.insertClaimed(other, LEASE)),
                oneStatement("renew claims", () -> jobs.renew(List.of(claim), LEASE)),
                oneStatement("complete jobs", () -> jobs.complete(List.of(claim, claim))),
                oneStatement("list the newest events", () -> runs.newestEvents(List.of(run, run))),
                oneStatement("release jobs", jobs::releaseExpired));
    }

    private DynamicTest oneStatement(String call, Runnable calls) {
        return statements(1, call, calls);
    }

    private DynamicTest statements(int count, String call, Runnable calls) {
        return DynamicTest.dynamicTest(call, () -> {
            statements.clear();
            calls.run();
            assertEquals(count, statements.size(), statements::toString);
        });
    }
}
