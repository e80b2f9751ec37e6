package dev.atelier.domain.workflow;

import dev.atelier.domain.error.WorkflowFault.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the nodes of a definition. */
final class GraphRules {

    private final DefinitionDraft draft;
    private final FaultCollector faults;
    private final Adjacency edges;

    GraphRules(DefinitionDraft draft, FaultCollector faults) {
        this.draft = draft;
        this.faults = faults;
        this.edges = new Adjacency(draft.edges());
    }

    void check() {
        if (draft.ids().isEmpty() && !faults.errors().isEmpty()) {
            return; // nothing could be read, and that is told already
        }
        var starts = nodes(Node.Start.class);
        checkEnds(starts);
        checkCycles();
        starts.stream().findFirst().ifPresent(start -> checkReachability(start.id()));
        checkReferences(starts);
    }

    private void checkEnds(List<Node.Start> starts) {
        if (starts.isEmpty()) {
            faults.error(Code.MISSING_START, "the workflow needs a start node");
        }
        starts.stream()
                .skip(1)
                .forEach(start -> faults.error(
                        start.id(), Code.SEVERAL_STARTS, "a workflow has one start node, this is another"));
        if (nodes(Node.Finish.class).isEmpty()) {
            faults.error(Code.MISSING_FINISH, "the workflow needs a finish node");
        }
    }

    private void checkCycles() {
        edges.cycles(draft.ids())
                .forEach(cycle -> faults.error(
                        cycle.getFirst(),
                        Code.CYCLE,
                        "these nodes wait for each other: "
                                + cycle.stream().map(NodeId::value).collect(Collectors.joining(" -> "))));
    }

    private void checkReachability(NodeId start) {
        var reachable = edges.reachableFrom(start);
        draft.ids().stream()
                .filter(id -> !id.equals(start) && !reachable.contains(id))
                .forEach(id -> faults.warning(
                        id, Code.UNREACHABLE_NODE, "no path leads here from the start; this node never runs"));
    }

    private void checkReferences(List<Node.Start> starts) {
        var inputs =
                starts.stream().flatMap(start -> start.outputFields().stream()).collect(Collectors.toUnmodifiableSet());
        var runs = starts.stream()
                .findFirst()
                .map(start -> withReachable(start.id()))
                .orElse(draft.ids());
        for (var node : draft.nodes().values()) {
            var later = edges.reachableFrom(node.id());
            node.templates().stream()
                    .flatMap(template -> template.references().stream())
                    .distinct()
                    .forEach(reference -> check(node, reference, inputs, runs, later));
        }
    }

    private Set<NodeId> withReachable(NodeId origin) {
        var reached = new LinkedHashSet<>(edges.reachableFrom(origin));
        reached.add(origin);
        return reached;
    }

    private void check(Node node, Reference reference, Set<String> inputs, Set<NodeId> runs, Set<NodeId> later) {
        switch (reference) {
            case Reference.Malformed malformed ->
                faults.error(
                        node.id(),
                        Code.INVALID_REFERENCE,
                        "%s is not written like {{node_id.field}}".formatted(malformed.source()));
            case Reference.ToName byName -> {
                if (!inputs.contains(byName.name())) {
                    checkTarget(node, byName.source(), new NodeId(byName.name()), runs, later);
                }
            }
            case Reference.ToNode toNode -> {
                checkTarget(node, toNode.source(), toNode.node(), runs, later);
                checkField(node, toNode);
            }
        }
    }

    private void checkTarget(Node node, String source, NodeId target, Set<NodeId> runs, Set<NodeId> later) {
        if (!draft.ids().contains(target)) {
            faults.error(
                    node.id(),
                    Code.UNKNOWN_REFERENCE,
                    "%s refers to \"%s\", which is neither a node nor an input".formatted(source, target));
        } else if (target.equals(node.id())
                || later.contains(target)
                || (runs.contains(node.id()) && !runs.contains(target))) {
            faults.error(
                    node.id(),
                    Code.REFERENCE_BEFORE_RUN,
                    "%s refers to \"%s\", which cannot have run before this node".formatted(source, target));
        }
    }

    private void checkField(Node node, Reference.ToNode reference) {
        var target = Optional.ofNullable(draft.nodes().get(reference.node()));
        var field = reference.path().stream().findFirst();
        if (target.isEmpty() || field.isEmpty()) {
            return;
        }
        if (!(field.get() instanceof Reference.Segment.Field named)
                || target.get().outputFields().contains(named.name())) {
            return;
        }
        var message = "%s: a %s node has no output field \"%s\"; it has %s"
                .formatted(
                        reference.source(),
                        target.get().type(),
                        named.name(),
                        target.get().outputFields().stream().sorted().toList());
        if (target.get().hasOpenOutput()) {
            faults.warning(node.id(), Code.UNKNOWN_OUTPUT_FIELD, message + ", and whatever the text brings");
        } else {
            faults.error(node.id(), Code.UNKNOWN_OUTPUT_FIELD, message);
        }
    }

    private <N extends Node> List<N> nodes(Class<N> type) {
        return draft.nodes().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
