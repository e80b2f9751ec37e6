package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does a workflow by hand, one part after another, without knowing of graphs, steps and crashes: what should come out. */
final class Interpreter {

    private final List<NodeId> executionOrder;
    private final Map<String, ObjectValue> known = new HashMap<>();
    private final Map<StepId, Optional<ObjectValue>> results = new HashMap<>();

    private Interpreter(List<NodeId> executionOrder) {
        this.executionOrder = executionOrder;
    }

    /** What each step gives; empty for those that are skipped. */
    static Map<StepId, Optional<ObjectValue>> run(WorkflowGraph graph, List<Part> parts) {
        var interpreter = new Interpreter(graph.executionOrder());
        interpreter.give("start", 0, ObjectValue.EMPTY);
        interpreter.run(parts, 0);
        interpreter.give("finish", 0, ObjectValue.EMPTY);
        return interpreter.results;
    }

    private void run(List<Part> parts, int iteration) {
        parts.forEach(part -> run(part, iteration));
    }

    private void run(Part part, int iteration) {
        switch (part) {
            case Part.Write write ->
                give(write.id(), iteration, SimulatedModel.write(new NodeId(write.id()), prompt(write)));
            case Part.Ask ask -> {
                var question = ObjectValue.EMPTY
                        .with("content", Value.of(text(ask.about(), "content")))
                        .with("criteria", Value.of(""));
                give(ask.id(), iteration, SimulatedModel.review(question).output());
            }
            case Part.Choose choose -> choose(choose, iteration);
            case Part.Fork fork -> {
                give(fork.id(), iteration, ObjectValue.EMPTY);
                fork.arms().forEach(arm -> run(arm, iteration));
            }
            case Part.Repeat repeat -> repeat(repeat, iteration);
        }
    }

    private void choose(Part.Choose choose, int iteration) {
        boolean holds = text(choose.about(), "content").contains(choose.sign());
        give(
                choose.id(),
                iteration,
                ObjectValue.EMPTY.with("result", Value.of(holds)).with("branch", Value.of(holds ? "true" : "false")));
        run(holds ? choose.yes() : choose.no(), iteration);
        var notTaken = holds ? choose.no() : choose.yes();
        notTaken.stream()
                .flatMap(Part::level)
                .forEach(part -> results.put(new StepId(new NodeId(part.id()), iteration), Optional.empty()));
    }

    private void repeat(Part.Repeat repeat, int iteration) {
        var gathered = new ArrayList<Value>();
        forget(repeat.body());
        int pass = 0;
        for (var item = item(repeat, pass); item.isPresent(); item = item(repeat, pass)) {
            forget(repeat.body());
            known.put(
                    repeat.id(),
                    ObjectValue.EMPTY.with("iteration", Value.of(pass)).with("item", item.get()));
            run(repeat.body(), iteration * 1000 + pass);
            gathered.add(result(repeat.body()));
            pass++;
        }
        give(
                repeat.id(),
                iteration,
                ObjectValue.EMPTY.with("results", Value.of(gathered)).with("iterations_completed", Value.of(pass)));
    }

    private Optional<Value> item(Part.Repeat repeat, int pass) {
        return switch (repeat.rule()) {
            case Part.Rule.Times times -> number(pass, pass < times.count());
            case Part.Rule.Below below -> number(pass, pass < below.count());
            case Part.Rule.Items items -> items(items.of()).stream().skip(pass).findFirst();
            case Part.Rule.Until until ->
                number(
                        pass,
                        pass < until.most()
                                && (pass == 0 || !text(until.about(), "content").contains(until.sign())));
        };
    }

    private static Optional<Value> number(int pass, boolean goesOn) {
        return goesOn ? Optional.of(Value.of(pass)) : Optional.empty();
    }

    private List<Value> items(String id) {
        return Optional.ofNullable(known.get(id))
                .flatMap(output -> output.field("items"))
                .map(items -> ((ListValue) items).values())
                .orElse(List.of());
    }

    private Value result(List<Part> body) {
        var ran = body.stream()
                .flatMap(Part::all)
                .filter(part -> !(part instanceof Part.Choose) && !(part instanceof Part.Fork))
                .map(Part::id)
                .filter(known::containsKey)
                .collect(Collectors.toSet());
        return executionOrder.reversed().stream()
                .map(NodeId::value)
                .filter(ran::contains)
                .findFirst()
                .map(this::whole)
                .orElse(Value.of(""));
    }

    private Value whole(String id) {
        var output = output(id);
        return output.field("content").orElse(output);
    }

    private String prompt(Part.Write write) {
        return write.mentions().stream()
                .map(mention -> text(mention.id(), mention.field()))
                .collect(Collectors.joining("|", "write ", ""));
    }

    private String text(String id, String field) {
        return output(id).field(field).map(Value::text).orElse("");
    }

    private ObjectValue output(String id) {
        return known.getOrDefault(id, ObjectValue.EMPTY);
    }

    private void forget(List<Part> parts) {
        parts.stream().flatMap(Part::all).forEach(part -> known.remove(part.id()));
    }

    private void give(String id, int iteration, ObjectValue output) {
        known.put(id, output);
        results.put(new StepId(new NodeId(id), iteration), Optional.of(output));
    }
}
