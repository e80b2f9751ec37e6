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
    private static final Duration LATENCY_RUN = Duration.ofSeconds(15);
    private static final int JOBS_PER_SECOND = 100;
    private static final int ROUNDS = 3;
    private static final int BATCH = 20;
    private static final WorkerOptions NOT_AHEAD = WorkerOptions.DEFAULT.withAheadMax(0);

    private static final String BARE = "PostgreSQL alone, a bare table";
    private static final String FLOOR = "PostgreSQL alone, the same writes: ";
    private static final String AHEAD = "as workers do";
    private static final String SINGLE = "none claimed ahead";
    private static final String DRAINED = "a backlog of " + BACKLOG + " drained, as workers do";
    private static final String DRAINED_SINGLY = "a backlog drained, none claimed ahead";
    private static final String FULL = ", with a million finished ones";

    private final LocalDatabase database;
    private final String redisUrl;
    private final List<UserId> users;
    private final int jobs;
    private final PostgresFloor bare;
    private final PostgresFloor ours;
    private final RedisFloor redis;
    private final Figures figures = new Figures();

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
        this.bare = new PostgresFloor(database, users, Writes.BARE);
        this.ours = new PostgresFloor(database, users, Writes.OURS);
        this.redis = new RedisFloor(redisUrl);
    }

    /**
     * Runs it, and prints what it finds.
     *
     * @param arguments how many jobs; 10,000 if there is none
     * @throws Exception when it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        int jobs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var data = Files.createTempDirectory("bench-jobs");
        try (var postgres = LocalPostgres.start(PostgresOptions.keptIn(data.resolve("postgres"), 0));
                var redis = LocalRedis.start(RedisOptions.temporary())) {
            new JobsBench(postgres.newDatabase(), redis.url(), jobs).run();
        } finally {
            delete(data);
        }
    }

    private void run() throws SQLException {
        warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            throughputs();
            drains();
        }
        latency();

        execute(database, """
                insert into public.jobs (id, owner_id, queue, kind, payload, state, ended_at)
                select gen_random_uuid(), '%s', 'bulk', 'remove_deleted_files', '{}', 'done', now()
                from generate_series(1, %d)
                """.formatted(users.getFirst().value(), FINISHED));
        execute(database, "vacuum analyze public.jobs");
        for (int round = 0; round < ROUNDS; round++) {
            figures.add(AHEAD + FULL, jobs, throughput(WorkerOptions.DEFAULT).seconds());
            figures.add(DRAINED + FULL, BACKLOG, drain(WorkerOptions.DEFAULT, BACKLOG));
        }
        latency();
        figures.print();
        figures.compare(AHEAD, FLOOR + AHEAD);
        figures.compare(SINGLE, FLOOR + SINGLE);
        figures.compare(DRAINED, DRAINED_SINGLY);
        figures.compare(AHEAD + FULL, AHEAD);
    }

    /** Until the compiler has seen it all, or the first rounds would be of another program. */
    private void warmUp() throws SQLException {
        for (int round = 0; round < 2; round++) {
            throughput(WorkerOptions.DEFAULT);
        }
        throughput(NOT_AHEAD);
        bare.batched(jobs, BATCH);
        ours.batched(jobs, BATCH);
    }

    private void throughputs() throws SQLException {
        figures.add("Redis alone, an entry a job", jobs, redis.oneByOne(jobs));
        measure(BARE + ", three commits a job", () -> bare.oneByOne(jobs));
        measure(FLOOR + "three commits a job", () -> ours.oneByOne(jobs));
        compared(AHEAD, throughput(WorkerOptions.DEFAULT));
        compared(SINGLE, throughput(NOT_AHEAD));
    }

    private void drains() throws SQLException {
        figures.add(DRAINED_SINGLY, jobs, drain(NOT_AHEAD, jobs));
        figures.add(DRAINED, BACKLOG, drain(WorkerOptions.DEFAULT, BACKLOG));
    }

    private record Measured(double seconds, double commits) {}

    /** Beside both floors with as many commits: one for each job that is put in, and batches for the rest. */
    private void compared(String what, Measured measured) throws SQLException {
        figures.add(what, jobs, measured.seconds(), measured.commits());
        double batches = Math.max(1, measured.commits() - jobs) / 2;
        int batch = (int) Math.max(1, Math.round(jobs / batches));
        measure(FLOOR + what, () -> ours.batched(jobs, batch));
        measure(BARE + ", as many commits as " + what, () -> bare.batched(jobs, batch));
    }

    private interface Work {
        double seconds() throws SQLException;
    }

    private void measure(String what, Work work) throws SQLException {
        double before = commits();
        double seconds = work.seconds();
        figures.add(what, jobs, seconds, commits() - before);
    }

    /** Jobs are put in by eight at once, while one worker does them. */
    private Measured throughput(WorkerOptions options) throws SQLException {
        try (var product = new Product(database.url(), redisUrl, users)) {
            double before = commits();
            long start = System.nanoTime();
            try (var worker = product.startWorker(options)) {
                Threads.all(thread -> {
                    for (int i = 0; i < jobs / Threads.COUNT; i++) {
                        product.enqueue(thread + i * Threads.COUNT);
                    }
                });
                await(product.starts::done, jobs);
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

    /** A session tells the server what it has done within a second or so. */
    private double commits() throws SQLException {
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
