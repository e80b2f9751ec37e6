package dev.atelier.application;

import dev.atelier.domain.run.LoopTurn;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;

/** Does what a node says. Stores nothing in the database but the rows of files to come, and which picture a document shows. */
final class StepExecutor {

    private final TextStep text;
    private final ImageStep image;
    private final ContextStep context;
    private final SearchStep search;
    private final AttachStep attach;
    private final FinishStep finish;

    StepExecutor(
            TextStep text,
            ImageStep image,
            ContextStep context,
            SearchStep search,
            AttachStep attach,
            FinishStep finish) {
        this.text = text;
        this.image = image;
        this.context = context;
        this.search = search;
        this.attach = attach;
        this.finish = finish;
    }

    StepResult execute(StepWork work, Payer payer) throws InterruptedException {
        return switch (work.node()) {
            case Node.Start ignored -> StepResult.of(work.run().inputs());
            case Node.TextGeneration node -> text.execute(work, payer, node);
            case Node.ImageGeneration node -> image.execute(work, payer, node);
            case Node.WebSearch node -> search.execute(work, payer, node);
            case Node.Attach node -> attach.execute(work, node);
            case Node.Finish node -> finish.execute(work, node);
            case ControlNode node -> decide(work, node);
            case Node.ContextRetrieval node -> context.execute(work, payer, node);
        };
    }

    private static StepResult decide(StepWork work, ControlNode decision) {
        var control = work.control();
        return switch (decision) {
            case ControlNode.Conditional node ->
                StepResult.of(control.branch(node, work.step().id()));
            case ControlNode.Parallel ignored -> StepResult.of(ObjectValue.EMPTY);
            case ControlNode.Review node ->
                new WaitingStep(control.question(node, work.step().id()));
            case ControlNode.Loop node ->
                switch (work.turn(node)) {
                    case LoopTurn.Pass pass -> new WaitingStep(pass.about());
                    case LoopTurn.End end -> StepResult.of(end.output());
                };
        };
    }
}
