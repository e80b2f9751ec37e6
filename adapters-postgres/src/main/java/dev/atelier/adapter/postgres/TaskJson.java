package dev.atelier.adapter.postgres;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import java.util.UUID;

/** Tasks as they are kept: a kind, and what it needs to know. Both are read by later versions of this program. */
final class TaskJson {

    private TaskJson() {}

    static ObjectValue payload(Task task) {
        return switch (task) {
            case Task.ExecuteStep step ->
                ObjectValue.EMPTY
                        .with("run", Value.of(step.run().value().toString()))
                        .with("node", Value.of(step.node().value()))
                        .with("iteration", Value.of(step.iteration()));
            case Task.RemoveDeletedFiles ignored -> ObjectValue.EMPTY;
            case Task.MailAboutRun mail ->
                ObjectValue.EMPTY.with("run", Value.of(mail.run().value().toString()));
            case Task.MakeThumbnail thumbnail ->
                ObjectValue.EMPTY.with("file", Value.of(thumbnail.file().value().toString()));
            case Task.IngestDocument ingestion ->
                ObjectValue.EMPTY.with(
                        "document", Value.of(ingestion.document().value().toString()));
        };
    }

    /** @throws IllegalStateException for a kind that this version does not know */
    static Task read(String kind, ObjectValue payload) {
        return switch (kind) {
            case Task.ExecuteStep.KIND ->
                new Task.ExecuteStep(
                        new RunId(UUID.fromString(field(payload, "run").text())),
                        new NodeId(field(payload, "node").text()),
                        ((NumberValue) field(payload, "iteration")).value().intValueExact());
            case Task.RemoveDeletedFiles.KIND -> new Task.RemoveDeletedFiles();
            case Task.MailAboutRun.KIND ->
                new Task.MailAboutRun(
                        new RunId(UUID.fromString(field(payload, "run").text())));
            case Task.MakeThumbnail.KIND ->
                new Task.MakeThumbnail(
                        new FileId(UUID.fromString(field(payload, "file").text())));
            case Task.IngestDocument.KIND ->
                new Task.IngestDocument(new DocumentId(
                        UUID.fromString(field(payload, "document").text())));
            default -> throw new IllegalStateException("no such kind of job: " + kind);
        };
    }

    private static Value field(ObjectValue payload, String name) {
        return payload.field(name).orElseThrow(() -> new IllegalStateException("a job without " + name));
    }
}
