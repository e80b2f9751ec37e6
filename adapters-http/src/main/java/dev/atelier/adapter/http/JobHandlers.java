package dev.atelier.adapter.http;

import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.port.in.job.Jobs;
import io.javalin.http.Context;
import java.io.IOException;

/** {@code /jobs}: what workers do for the user. */
final class JobHandlers {

    private final Jobs jobs;

    JobHandlers(Jobs jobs) {
        this.jobs = jobs;
    }

    void list(Context ctx) throws IOException {
        var page = jobs.list(RequestScope.user(ctx.req()), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, JobJson::of));
    }

    void get(Context ctx) throws IOException {
        var record = jobs.get(RequestScope.user(ctx.req()), id(ctx));
        Answer.show(ctx, tag(record), JobJson.of(record));
    }

    void cancel(Context ctx) throws IOException {
        var record = jobs.cancel(RequestScope.user(ctx.req()), id(ctx));
        Json.send(ctx, 202, JobJson.of(record));
    }

    private static JobId id(Context ctx) {
        return new JobId(PathId.of(ctx));
    }

    /** Whatever happens to a job changes one of these. */
    private static EntityTag tag(JobRecord record) {
        var runAt = record.runAt();
        return new EntityTag(
                "%s-%d-%d%09d".formatted(record.state(), record.attempt(), runAt.getEpochSecond(), runAt.getNano()));
    }
}
