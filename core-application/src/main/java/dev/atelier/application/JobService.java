package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.QueueDepth;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.port.in.job.JobOperations;
import dev.atelier.port.in.job.Jobs;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.transaction.Transactions;
import java.util.List;
import java.util.Optional;

final class JobService implements Jobs, JobOperations {

    private static final int BATCH = 100;
    private static final JobFilter DEAD = new JobFilter(Optional.of(JobState.DEAD), Optional.empty(), Optional.empty());

    private final JobRecords records;
    private final RunProgress progress;
    private final IngestionJob ingestion;
    private final Transactions transactions;
    private final JobWorkers workers;

    JobService(
            JobRecords records,
            RunProgress progress,
            IngestionJob ingestion,
            Transactions transactions,
            JobWorkers workers) {
        this.records = records;
        this.progress = progress;
        this.ingestion = ingestion;
        this.transactions = transactions;
        this.workers = workers;
    }

    @Override
    public Worker startWorker(WorkerOptions options) {
        return workers.start(options);
    }

    @Override
    public JobRecord get(UserId user, JobId id) {
        return records.find(user, id).orElseThrow(() -> new DomainException.NotFound("job"));
    }

    @Override
    public Page<JobRecord> list(UserId user, PageRequest request) {
        return records.list(user, request);
    }

    @Override
    public JobRecord cancel(UserId user, JobId id) {
        return transactions.execute(() -> {
            var job = get(user, id);
            if (!records.cancel(id)) {
                throw new DomainException.InvalidState(get(user, id).state().toString(), "cancel");
            }
            abandon(job, "its job was cancelled");
            return get(user, id);
        });
    }

    private void abandon(JobRecord record, String why) {
        var owner = record.job().owner();
        switch (record.job().task()) {
            case Task.ExecuteStep step -> progress.abandon(owner, step, why);
            case Task.IngestDocument document -> ingestion.abandon(owner, document);
            case Task.RemoveDeletedFiles ignored -> {}
            case Task.MakeThumbnail ignored -> {}
            case Task.MailAboutRun ignored -> {}
        }
    }

    @Override
    public List<JobRecord> list(JobFilter filter, int limit) {
        return records.list(filter, limit);
    }

    @Override
    public boolean retry(JobId id) {
        return records.revive(id);
    }

    @Override
    public int retryAllDead() {
        int all = 0;
        int revived;
        do {
            revived = (int) records.list(DEAD, BATCH).stream()
                    .filter(dead -> records.revive(dead.job().id()))
                    .count();
            all += revived;
        } while (revived > 0);
        return all;
    }

    @Override
    public boolean drop(JobId id) {
        return transactions.execute(() -> {
            var found = records.find(id);
            found.ifPresent(record -> {
                records.remove(id);
                if (!record.state().isFinal()) {
                    abandon(record, "its job was dropped by an operator");
                }
            });
            return found.isPresent();
        });
    }

    @Override
    public List<QueueDepth> depths() {
        return records.depths();
    }
}
