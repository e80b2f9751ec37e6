package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Node;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends a run: tells which documents it has made, and gathers its texts into one when there is a title for it. */
final class FinishStep {

    private final Ids ids;
    private final InstantSource clock;

    FinishStep(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    StepResult execute(StepWork work, Node.Finish node) {
        var steps = work.all().get();
        var gathered = node.saveToProject() && !node.documentTitle().isBlank()
                ? List.of(gather(work, node, steps))
                : List.<Document>of();
        var saved = new ArrayList<Value>();
        steps.stream().flatMap(FinishStep::documentsOf).forEach(saved::add);
        gathered.forEach(document -> saved.add(Value.of(document.id().value().toString())));
        return StepResult.of(ObjectValue.EMPTY.with("savedDocuments", Value.of(saved)), gathered);
    }

    private Document gather(StepWork work, Node.Finish node, List<Step> steps) {
        var run = work.run();
        var texts = steps.stream()
                .filter(step -> step.type().equals(Node.TextGeneration.TYPE))
                .flatMap(step -> step.output().field("content").stream())
                .map(Value::text)
                .collect(Collectors.joining("\n\n"));
        var details = new DocumentDetails(
                Titles.fit(work.render(node.documentTitle()), node.label()),
                Texts.cut(texts, DocumentDetails.CONTENT_MAX),
                MediaType.TEXT,
                DocumentStatus.DRAFT);
        return Document.write(ids.document(), run.owner(), run.projectId(), details, clock.instant());
    }

    private static Stream<Value> documentsOf(Step step) {
        return Stream.of("document_ids", "image_ids")
                .flatMap(field -> step.output().field(field).stream())
                .filter(ListValue.class::isInstance)
                .flatMap(list -> ((ListValue) list).values().stream());
    }
}
