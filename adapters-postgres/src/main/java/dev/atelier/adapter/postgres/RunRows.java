package dev.atelier.adapter.postgres;

import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.json.ValueJson;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Rows of runs, steps and events. */
final class RunRows {

    static final RowMapper<Run> RUN = (row, context) -> new Run(
            new RunId(Columns.uuid(row, "id")),
            Columns.owner(row),
            Columns.project(row),
            new WorkflowId(Columns.uuid(row, "workflow_id")),
            row.getLong("workflow_version"),
            Columns.constant(row, "status", RunStatus.class),
            row.getInt("progress"),
            Columns.optionalText(row, "current_node").map(NodeId::new),
            Columns.object(row, "inputs"),
            Columns.object(row, "outputs"),
            Columns.optionalText(row, "error"),
            Columns.optionalConstant(row, "pause_reason", PauseReason.class),
            UsageJson.read(row.getString("usage")),
            Optional.ofNullable(row.getBigDecimal("cost_limit_usd")),
            row.getLong("last_event"),
            Columns.instant(row, "created_at"),
            Columns.optionalInstant(row, "started_at"),
            Columns.optionalInstant(row, "finished_at"),
            row.getLong("revision"));

    static final RowMapper<Step> STEP = (row, context) -> new Step(
            new NodeId(row.getString("node_id")),
            row.getInt("iteration"),
            row.getString("type"),
            row.getString("label"),
            Columns.constant(row, "status", StepStatus.class),
            row.getInt("attempt"),
            Columns.optionalInstant(row, "started_at"),
            Columns.optionalInstant(row, "finished_at"),
            Columns.object(row, "output"),
            Columns.optionalText(row, "error"),
            UsageJson.read(row.getString("usage")));

    static final RowMapper<RunEvent> EVENT = (row, context) -> new RunEvent(
            row.getLong("number"),
            RunEvent.Type.parse(row.getString("type")),
            Columns.object(row, "data"),
            Columns.instant(row, "at"));

    private RunRows() {}

    static <S extends SqlStatement<S>> S bind(S statement, Run run) {
        return statement
                .bind("id", run.id().value())
                .bind("owner", run.owner().value())
                .bind("project", run.projectId().value())
                .bind("workflow", run.workflowId().value())
                .bind("workflowVersion", run.workflowVersion())
                .bind("status", Columns.spelled(run.status()))
                .bind("progress", run.progress())
                .bind("currentNode", run.currentNode().map(NodeId::value))
                .bind("inputs", ValueJson.write(run.inputs()))
                .bind("outputs", ValueJson.write(run.outputs()))
                .bind("error", run.error())
                .bind("pauseReason", run.pauseReason().map(Columns::spelled))
                .bind("usage", UsageJson.write(run.usage()))
                .bind("costLimitUsd", run.costLimitUsd())
                .bind("lastEvent", run.lastEvent())
                .bind("createdAt", Columns.time(run.createdAt()))
                .bind("startedAt", run.startedAt().map(Columns::time))
                .bind("finishedAt", run.finishedAt().map(Columns::time))
                .bind("revision", run.revision());
    }

    static <S extends SqlStatement<S>> S bind(S statement, Step step) {
        return statement
                .bind("node", step.nodeId().value())
                .bind("iteration", step.iteration())
                .bind("type", step.type())
                .bind("label", step.label())
                .bind("status", Columns.spelled(step.status()))
                .bind("attempt", step.attempt())
                .bind("startedAt", step.startedAt().map(Columns::time))
                .bind("finishedAt", step.finishedAt().map(Columns::time))
                .bind("output", ValueJson.write(step.output()))
                .bind("error", step.error())
                .bind("usage", UsageJson.write(step.usage()));
    }
}
