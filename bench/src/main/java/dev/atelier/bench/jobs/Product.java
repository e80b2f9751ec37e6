package dev.atelier.bench.jobs;

import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.postgres.PostgresSettings;
import dev.atelier.adapter.redis.RedisAdapter;
import dev.atelier.adapter.redis.RedisSettings;
import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.OutboundPorts;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.id.UuidV7Sequence;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The core on its real adapters, with jobs that have nothing to do: they remove the deleted files of users who have none, and
 * are told so without asking the database.
 */
final class Product implements AutoCloseable {

    private final UuidV7Sequence ids = new UuidV7Sequence(InstantSource.system(), new SecureRandom());
    private final List<UserId> users;
    private final PostgresAdapter postgres;
    private final RedisAdapter redis;
    private final JobSignal signal;
    private final InMemoryAdapters memory = InMemoryAdapters.create();
    final Starts starts = new Starts();

    Product(String databaseUrl, String redisUrl, List<UserId> users) {
        this.users = users;
        this.postgres = PostgresAdapter.open(
                new PostgresSettings(DatabaseUrl.parse(databaseUrl), PostgresSettings.DEFAULT_POOL_SIZE));
        this.redis = RedisAdapter.open(new RedisSettings(URI.create(redisUrl)));
        this.signal = redis.jobSignal();
    }

    Worker startWorker(WorkerOptions options) {
        var ports = new OutboundPorts(
                postgres.transactions(),
                postgres.users(),
                postgres.projects(),
                postgres.documents(),
                withoutDeletedFiles(postgres.files()),
                postgres.fileInventory(),
                memory.blobs(),
                memory.contentTypes(),
                memory.thumbnailer(),
                postgres.workflows(),
                postgres.runs(),
                redis.runEventFeed(),
                postgres.jobs(),
                postgres.jobRecords(),
                signal,
                starts,
                postgres.idempotency(),
                postgres.passages(),
                memory.textExtractor(),
                Embedders.only(new HashingEmbedder()),
                memory.textModel(),
                memory.imageModel(),
                memory.modelCatalog(),
                postgres.callLedger(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                InstantSource.system());
        return AtelierCore.assemble(ports, CoreSettings.DEFAULT).jobs().startWorker(options);
    }

    private static FileRepository withoutDeletedFiles(FileRepository files) {
        return (FileRepository) Proxy.newProxyInstance(
                FileRepository.class.getClassLoader(),
                new Class<?>[] {FileRepository.class},
                (proxy, method, arguments) ->
                        method.getName().equals("listDeleting") ? List.of() : method.invoke(files, arguments));
    }

    /** As a use case does: a row in its transaction, and a ring after the commit. */
    void enqueue(int number) {
        var job = new Job(
                new JobId(ids.next()),
                users.get(number % users.size()),
                Queue.BULK,
                new Task.RemoveDeletedFiles(),
                Optional.empty());
        var jobs = postgres.jobs();
        postgres.transactions().run(() -> {
            jobs.insert(job);
            postgres.transactions().afterCommit(() -> {
                starts.committed(job.id());
                signal.ring(job.queue());
            });
        });
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }
}
