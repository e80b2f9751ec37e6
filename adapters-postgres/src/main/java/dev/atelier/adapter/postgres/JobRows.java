package dev.atelier.adapter.postgres;

import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of {@code public.jobs}. */
final class JobRows {

    static final RowMapper<JobRecord> RECORD = (row, context) -> new JobRecord(
            job(row),
            Columns.constant(row, "state", JobState.class),
            row.getInt("attempt"),
            Columns.instant(row, "run_at"),
            Columns.optionalText(row, "error"),
            Columns.instant(row, "created_at"),
            Columns.optionalInstant(row, "ended_at"));

    private JobRows() {}

    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                job(row), row.getInt("attempt"), row.getLong("fence"), Columns.optionalText(row, "request_id"));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(Columns.uuid(row, "id")),
                Columns.owner(row),
                Columns.constant(row, "queue", Queue.class),
                TaskJson.read(row.getString("kind"), Columns.object(row, "payload")),
                Columns.optionalText(row, "key"));
    }
}
