package dev.atelier.adapter.postgres;

import static java.util.Map.entry;

import dev.atelier.domain.account.UserId;
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
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

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

    /** What statements are bound to by the names of {@link JdbiRunRepository}. */
    static Map<String, Object> values(Run run) {
        return Map.ofEntries(
                entry("id", run.id().value()),
                entry("owner", run.owner().value()),
                entry("project", run.projectId().value()),
                entry("workflow", run.workflowId().value()),
                entry("workflowVersion", run.workflowVersion()),
                entry("status", Columns.spelled(run.status())),
                entry("progress", run.progress()),
                entry("currentNode", run.currentNode().map(NodeId::value)),
                entry("inputs", ValueJson.write(run.inputs())),
                entry("outputs", ValueJson.write(run.outputs())),
                entry("error", run.error()),
                entry("pauseReason", run.pauseReason().map(Columns::spelled)),
                entry("usage", UsageJson.write(run.usage())),
                entry("costLimitUsd", run.costLimitUsd()),
                entry("lastEvent", run.lastEvent()),
                entry("createdAt", Columns.time(run.createdAt())),
                entry("startedAt", run.startedAt().map(Columns::time)),
                entry("finishedAt", run.finishedAt().map(Columns::time)),
                entry("revision", run.revision()));
    }

    /** The same for a step of a run of {@code owner}. */
    static Map<String, Object> values(UserId owner, RunId run, Step step) {
        return Map.ofEntries(
                entry("run", run.value()),
                entry("owner", owner.value()),
                entry("node", step.nodeId().value()),
                entry("iteration", step.iteration()),
                entry("type", step.type()),
                entry("label", step.label()),
                entry("status", Columns.spelled(step.status())),
                entry("attempt", step.attempt()),
                entry("startedAt", step.startedAt().map(Columns::time)),
                entry("finishedAt", step.finishedAt().map(Columns::time)),
                entry("output", ValueJson.write(step.output())),
                entry("error", step.error()),
                entry("usage", UsageJson.write(step.usage())));
    }

    /** The same for an event of a run of {@code owner}. */
    static Map<String, Object> values(UserId owner, RunId run, RunEvent event) {
        return Map.of(
                "run", run.value(),
                "owner", owner.value(),
                "number", event.number(),
                "type", event.type().toString(),
                "data", ValueJson.write(event.data()),
                "at", Columns.time(event.at()));
    }
}
