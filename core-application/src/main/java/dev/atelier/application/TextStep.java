package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.TextModel;
import java.time.InstantSource;
import java.util.List;

/** Has a model write a text, tells it to followers as it comes, and makes a document of it. */
final class TextStep {

    private final PaidCalls calls;
    private final RunEventFeed feed;
    private final Ids ids;
    private final InstantSource clock;

    TextStep(PaidCalls calls, RunEventFeed feed, Ids ids, InstantSource clock) {
        this.calls = calls;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
    }

    StepResult execute(StepWork work, Payer payer, Node.TextGeneration node) {
        var written = calls.write(payer, request(work, node), new LiveText(feed, work));
        var content = Texts.cut(Texts.storable(written.content()), DocumentDetails.CONTENT_MAX);
        var title = Titles.fit(work.render(node.title()), node.label());
        var documents = node.saveAsDocument() ? List.of(document(work, node, title, content)) : List.<Document>of();
        var output = written.fields()
                .with("content", Value.of(content))
                .with("title", Value.of(title))
                .with("content_length", Value.of(content.codePointCount(0, content.length())))
                .with("document_ids", DocumentIds.of(documents));
        return StepResult.of(output, documents);
    }

    private static TextModel.Request request(StepWork work, Node.TextGeneration node) {
        return new TextModel.Request(
                work.render(node.prompt()),
                work.render(node.systemPrompt()),
                node.model(),
                node.temperature(),
                node.maxTokens(),
                node.outputFormat());
    }

    private Document document(StepWork work, Node.TextGeneration node, String title, String content) {
        var mediaType = node.outputFormat() == OutputFormat.MARKDOWN ? MediaType.MARKDOWN : MediaType.TEXT;
        var run = work.run();
        return Document.write(
                ids.document(),
                run.owner(),
                run.projectId(),
                new DocumentDetails(title, content, mediaType, DocumentStatus.DRAFT),
                clock.instant());
    }
}
