package dev.atelier.bench.jobs;

import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.LocalRedis;
import dev.atelier.local.PostgresOptions;
import dev.atelier.local.RedisOptions;
import dev.atelier.port.in.job.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Jobs per second and the time until they begin, beside what PostgreSQL and Redis give by themselves, in one run. */
public final class JobsBench {

    private static final int USERS = 100;
    private static final int BACKLOG = 60_000;
    private static final int FINISHED = 1_000_000;
    private static final Duration LATENCY_RUN = Duration.ofSeconds(20);
    private static final int JOBS_PER_SECOND = 100;
    private static final WorkerOptions NOT_AHEAD = WorkerOptions.DEFAULT.withAheadMax(0);

    private final LocalDatabase database;
    private final String redisUrl;
    private final List<UserId> users;
    private final int jobs;

    private JobsBench(LocalDatabase database, String redisUrl, int jobs) throws SQLException {
        this.database = database;
        this.redisUrl = redisUrl;
        this.jobs = jobs;
        Migrations.migrate(DatabaseUrl.parse(database.url()), Pgvector.WHERE_AVAILABLE);
        this.users = Stream.generate(() -> new UserId(UUID.randomUUID()))
                .limit(USERS)
                .toList();
        for (var user : users) {
            execute(
                    database.as("supabase_auth_admin"),
                    "insert into auth.users (id, email, created_at) values ('%1$s', '%1$s@example.com', now())"
                            .formatted(user.value()));
        }
    }

    /**
     * Runs it, and prints what it finds.
     *
     * @param arguments how many jobs; 20,000 if there is none
     * @throws Exception when it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        int jobs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        var data = Files.createTempDirectory("bench-jobs");
        try (var postgres = LocalPostgres.start(PostgresOptions.keptIn(data.resolve("postgres"), 0));
                var redis = LocalRedis.start(RedisOptions.temporary())) {
            new JobsBench(postgres.newDatabase(), redis.url(), jobs).run();
        } finally {
            delete(data);
        }
    }

    private void run() throws SQLException {
        var floor = new PostgresFloor(database);
        var redis = new RedisFloor(redisUrl);
        floor.oneByOne(jobs / 4); // warms up
        say("PostgreSQL alone, three commits a job", jobs, floor.oneByOne(jobs));
        say("Redis alone, an entry a job", jobs, redis.oneByOne(jobs));
        throughput(WorkerOptions.DEFAULT, jobs / 4);

        var single = throughput(NOT_AHEAD, jobs);
        say("jobs, none claimed ahead (%.2f commits a job)".formatted(single.commits() / jobs), jobs, single.seconds());
        compare(floor, single);
        var ahead = throughput(WorkerOptions.DEFAULT, jobs);
        say("jobs, as workers do (%.2f commits a job)".formatted(ahead.commits() / jobs), jobs, ahead.seconds());
        compare(floor, ahead);

        double slow = drain(NOT_AHEAD, jobs);
        say("a backlog drained, none claimed ahead", jobs, slow);
        say("a backlog of " + BACKLOG + " drained, as workers do", BACKLOG, drain(WorkerOptions.DEFAULT, BACKLOG));
        latency();

        execute(database, """
                insert into public.jobs (id, owner_id, queue, kind, payload, state, ended_at)
                select gen_random_uuid(), '%s', 'bulk', 'remove_deleted_files', '{}', 'done', now()
                from generate_series(1, %d)
                """.formatted(users.getFirst().value(), FINISHED));
        execute(database, "vacuum analyze public.jobs");
        var full = throughput(WorkerOptions.DEFAULT, jobs);
        say("jobs, with a million finished ones in the table", jobs, full.seconds());
        say("a backlog drained, with a million finished ones", BACKLOG, drain(WorkerOptions.DEFAULT, BACKLOG));
        latency();
    }

    private record Measured(double seconds, double commits) {}

    /** The floor with as many commits: one for each job that is put in, and batches for the rest. */
    private void compare(PostgresFloor floor, Measured ours) throws SQLException {
        double batches = Math.max(1, ours.commits() - jobs) / 2;
        int batch = (int) Math.max(1, Math.round(jobs / batches));
        double seconds = floor.batched(jobs, batch);
        say("PostgreSQL alone, claims and ends in batches of " + batch, jobs, seconds);
        System.out.printf("  ours is %.0f %% of that%n", 100 * seconds / ours.seconds());
    }

    /** Jobs are put in by eight at once, while one worker does them. */
    private Measured throughput(WorkerOptions options, int count) throws SQLException {
        try (var product = new Product(database.url(), redisUrl, users)) {
            long before = commits();
            long start = System.nanoTime();
            try (var worker = product.startWorker(options)) {
                Threads.all(thread -> {
                    for (int i = 0; i < count / Threads.COUNT; i++) {
                        product.enqueue(thread + i * Threads.COUNT);
                    }
                });
                await(product.starts::done, count);
                double seconds = PostgresFloor.seconds(start);
                return new Measured(seconds, commits() - before);
            }
        }
    }

    private double drain(WorkerOptions options, int count) throws SQLException {
        execute(database, """
                insert into public.jobs (id, owner_id, queue, kind, payload)
                select gen_random_uuid(), id, 'bulk', 'remove_deleted_files', '{}'
                from generate_series(1, %d), public.users
                """.formatted(count / USERS));
        try (var product = new Product(database.url(), redisUrl, users)) {
            long start = System.nanoTime();
            try (var worker = product.startWorker(options)) {
                await(product.starts::done, count);
                return PostgresFloor.seconds(start);
            }
        }
    }

    private void latency() {
        try (var product = new Product(database.url(), redisUrl, users);
                var worker = product.startWorker(WorkerOptions.DEFAULT)) {
            long start = System.nanoTime();
            int count = (int) (LATENCY_RUN.toSeconds() * JOBS_PER_SECOND);
            for (int i = 0; i < count; i++) {
                long due = start + i * (1_000_000_000L / JOBS_PER_SECOND);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                product.enqueue(i);
            }
            await(product.starts::done, count);
            System.out.printf(
                    "from commit to start at %d jobs/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                    JOBS_PER_SECOND,
                    product.starts.percentile(50),
                    product.starts.percentile(99),
                    product.starts.percentile(100));
        }
    }

    private static void await(IntSupplier done, int count) {
        while (done.getAsInt() < count) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static void say(String what, int jobs, double seconds) {
        System.out.printf("%-70s %,8.0f jobs/s%n", what, jobs / seconds);
    }

    /** A session tells the server what it has done within a second or so. */
    private long commits() throws SQLException {
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select xact_commit from pg_stat_database where datname = current_database()")) {
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

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
