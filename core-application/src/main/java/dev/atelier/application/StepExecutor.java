package dev.atelier.application;

import dev.atelier.domain.run.Usage;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import java.util.List;

/** Does what a node says. Stores nothing in the database but the rows of files to come. */
final class StepExecutor {

    private final TextStep text;
    private final ImageStep image;
    private final FinishStep finish;

    StepExecutor(TextStep text, ImageStep image, FinishStep finish) {
        this.text = text;
        this.image = image;
        this.finish = finish;
    }

    StepResult execute(StepWork work) throws InterruptedException {
        return switch (work.node()) {
            case Node.Start ignored -> StepResult.of(work.run().inputs(), Usage.NONE, List.of());
            case Node.TextGeneration node -> text.execute(work, node);
            case Node.ImageGeneration node -> image.execute(work, node);
            case Node.Finish node -> finish.execute(work, node);
            case Node.ContextRetrieval node -> throw ExecutableNodes.refused(node);
            case Node.WebSearch node -> throw ExecutableNodes.refused(node);
            case Node.Attach node -> throw ExecutableNodes.refused(node);
            case ControlNode node -> throw ExecutableNodes.refused(node);
        };
    }
}
