package dev.atelier.adapter.http;

import dev.atelier.domain.job.JobRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as its owner sees it.
 *
 * @param error that it failed; why is for operators, who find it by the id
 */
record JobJson(
        UUID id,
        String kind,
        String queue,
        String state,
        int attempt,
        Instant runAt,
        Optional<String> error,
        Instant createdAt,
        Optional<Instant> endedAt) {

    private static final String FAILED = "An attempt has failed; the operator finds why under the id of this job.";

    static JobJson of(JobRecord record) {
        var job = record.job();
        return new JobJson(
                job.id().value(),
                job.task().kind(),
                job.queue().toString(),
                record.state().toString(),
                record.attempt(),
                record.runAt(),
                record.error().map(why -> FAILED),
                record.createdAt(),
                record.endedAt());
    }
}
