package dev.atelier.bench.step;

import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.postgres.PostgresSettings;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.adapter.redis.RedisSettings;
import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.InboundPorts;
import dev.atelier.application.OutboundPorts;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.PostgresOptions;
import dev.atelier.local.RedisOptions;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What a step of a run costs whose model answers at once: one step after another, a text each, on one worker; beside as many
 * commits of PostgreSQL alone, one after another too, each of which changes one row.
 */
public final class StepsBench {

    private static final int ROUNDS = 5;

    /** A worker runs for days; the first thousand steps are slower, until the compiler has seen them. */
    private static final int WARM_UP = 12;

    private final LocalDatabase database;
    private final int texts;
    private final InboundPorts core;
    private final UserId user;

    private StepsBench(LocalDatabase database, int texts, OutboundPorts ports) throws SQLException {
        this.database = database;
        this.texts = texts;
        this.core = AtelierCore.assemble(ports, CoreSettings.DEFAULT);
        var id = UUID.randomUUID();
        execute(
                database.as("supabase_auth_admin"),
                "insert into auth.users (id, email, created_at) values ('%s', 'bench@example.com', now())"
                        .formatted(id));
        this.user = new UserId(id);
    }

    /**
     * Runs it.
     *
     * @param arguments how many texts, 100 if none is given, and how many characters each has, 5 if none is given
     * @throws Exception when it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        int texts = argument(arguments, 0, 100);
        int characters = argument(arguments, 1, 5);
        var data = Files.createTempDirectory("bench-steps");
        try (var server = LocalPostgres.start(PostgresOptions.keptIn(data.resolve("postgres"), 0));
                var redisServer = LocalRedis.start(RedisOptions.temporary())) {
            var database = server.newDatabase();
            var url = DatabaseUrl.parse(database.url());
            Migrations.migrate(url, Pgvector.WHERE_AVAILABLE);
            try (var postgres = PostgresAdapter.open(new PostgresSettings(url, PostgresSettings.DEFAULT_POOL_SIZE));
                    var redis = RedisAdapter.open(new RedisSettings(URI.create(redisServer.url())))) {
                new StepsBench(database, texts, ports(postgres, redis, characters)).run();
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** Writes a text that cannot be compressed, all at once. */
    private static TextModel model(int characters) {
        var content = new Random(1)
                .ints('a', 'z' + 1)
                .limit(characters)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        var usage = new ModelUsage("bench/at-once", 1, 1, 0, BigDecimal.ZERO);
        return (request, onToken) -> {
            onToken.accept(content);
            return new TextModel.Text(content, ObjectValue.EMPTY, usage);
        };
    }

    private static OutboundPorts ports(PostgresAdapter postgres, RedisAdapter redis, int characters) {
        var memory = InMemoryAdapters.create();
        return new OutboundPorts(
                postgres.transactions(),
                postgres.users(),
                postgres.projects(),
                postgres.documents(),
                postgres.files(),
                postgres.fileInventory(),
                memory.blobs(),
                memory.contentTypes(),
                memory.thumbnailer(),
                postgres.workflows(),
                postgres.runs(),
                redis.runEventFeed(),
                postgres.jobs(),
                postgres.jobRecords(),
                redis.jobSignal(),
                JobObserver.NOBODY,
                postgres.idempotency(),
                postgres.passages(),
                memory.textExtractor(),
                Embedders.only(new HashingEmbedder()),
                model(characters),
                memory.imageModel(),
                memory.modelCatalog(),
                postgres.callLedger(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                InstantSource.system());
    }

    private void run() throws SQLException {
        execute(database, "create table bare_steps (id integer primary key, count integer not null)");
        execute(database, "insert into bare_steps values (1, 0)");
        try (var worker = core.jobs().startWorker(WorkerOptions.DEFAULT)) {
            for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
                var measured = chain();
                var bare = bareCommits(measured.commits());
                if (round > 0) {
                    System.out.printf(
                            "a step %.2f ms, %.1f commits; as many commits by themselves %.2f ms; the rest %.2f ms%n",
                            measured.seconds() * 1_000 / texts,
                            (double) measured.commits() / texts,
                            bare * 1_000 / texts,
                            (measured.seconds() - bare) * 1_000 / texts);
                }
            }
        }
    }

    private record Measured(double seconds, long commits) {}

    private Measured chain() throws SQLException {
        var project =
                core.projects().create(user, new ProjectDetails("Bench", "")).id();
        var workflow = core.workflows().create(user, project, new WorkflowDetails("Chain", "", definition()));
        long before = commits();
        var run = core.runs().start(user, workflow.id(), new RunRequest(ObjectValue.EMPTY, Optional.empty()));
        while (!core.runs().get(user, run.id()).status().isFinal()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        var ended = core.runs().get(user, run.id());
        if (ended.status() != RunStatus.COMPLETED) {
            throw new IllegalStateException("the run ended as " + ended);
        }
        var time = Duration.between(ended.createdAt(), ended.finishedAt().orElseThrow());
        return new Measured(time.toNanos() / 1e9, commits() - before);
    }

    private double bareCommits(long count) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var update = connection.prepareStatement("update bare_steps set count = count + 1 where id = 1")) {
            long start = System.nanoTime();
            for (long i = 0; i < count; i++) {
                update.executeUpdate();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private ObjectValue definition() {
        var nodes = new ArrayList<Value>(List.of(node("start", "start", ObjectValue.EMPTY)));
        var edges = new ArrayList<Value>();
        var before = "start";
        for (int i = 0; i < texts; i++) {
            var id = "text" + i;
            nodes.add(node(
                    id,
                    "text_generation",
                    ObjectValue.EMPTY.with("prompt", Value.of("Go on")).with("saveAsDocument", Value.of(false))));
            edges.add(edge(before, id));
            before = id;
        }
        nodes.add(node("finish", "finish", ObjectValue.EMPTY));
        edges.add(edge(before, "finish"));
        return ObjectValue.EMPTY.with("nodes", Value.of(nodes)).with("edges", Value.of(edges));
    }

    private static ObjectValue node(String id, String type, ObjectValue data) {
        return ObjectValue.EMPTY
                .with("id", Value.of(id))
                .with("type", Value.of(type))
                .with("data", data);
    }

    private static ObjectValue edge(String source, String target) {
        return ObjectValue.EMPTY.with("source", Value.of(source)).with("target", Value.of(target));
    }

    /** How many transactions have written something, ever: each takes the next number. */
    private long commits() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(LocalDatabase database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
