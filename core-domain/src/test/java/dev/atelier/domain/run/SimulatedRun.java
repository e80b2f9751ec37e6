package dev.atelier.domain.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.ControlNode;
import dev.atelier.domain.workflow.Node;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A run whose workers live in one test: they take up steps in any order, crash between any two effects, and find after a crash
 * nothing but what had been stored.
 */
final class SimulatedRun {

    /** What befalls it, each with a probability at each opportunity. */
    record Troubles(double crashes, double failures, double pauses) {
        static final Troubles NONE = new Troubles(0, 0, 0);
    }

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    /** More steps than any run of a test has; a run that needs more does not end. */
    private static final int PATIENCE = 20_000;

    private final WorkflowGraph graph;
    private final ObjectValue inputs;
    private final RandomGenerator random;
    private final Troubles troubles;
    private final int atOnce;

    private final Map<StepId, Step> stored = new LinkedHashMap<>();
    private final Set<StepId> jobs = new LinkedHashSet<>();
    private final Map<StepId, Integer> calls = new HashMap<>();
    private final Set<StepId> settled = new HashSet<>();
    private StoredSteps seen = new StoredSteps(List.of());
    private int interruptedCalls;
    private int interrupted;

    SimulatedRun(WorkflowGraph graph, ObjectValue inputs, RandomGenerator random, Troubles troubles, int atOnce) {
        this.graph = graph;
        this.inputs = inputs;
        this.random = random;
        this.troubles = troubles;
        this.atOnce = atOnce;
    }

    /** Runs to the end. */
    SimulatedRun complete() {
        var outcome = proceed();
        for (int i = 0; outcome != Decision.Outcome.COMPLETED; i++) {
            assertTrue(i < PATIENCE, "the run does not end");
            if (outcome == Decision.Outcome.FAILED || happens(troubles.pauses())) {
                interrupted++;
                outcome = goOnAfterAWhile();
                continue;
            }
            if (outcome == Decision.Outcome.WAITING_FOR_REVIEW
                    || (random.nextInt(4) == 0 && !reviews().isEmpty())) {
                decideOneReview();
                outcome = proceed();
            } else {
                outcome = work(pick(jobs)) ? proceed() : Decision.Outcome.UNDER_WAY;
            }
        }
        assertEquals(Set.of(), jobs, "a run that is over has nothing in hand");
        return this;
    }

    /** The run has failed or is paused. Some of its jobs come to workers meanwhile, which hold their steps; then it goes on. */
    private Decision.Outcome goOnAfterAWhile() {
        for (var id : List.copyOf(jobs)) {
            if (random.nextBoolean()) {
                store(find(id).hold());
                jobs.remove(id);
            }
        }
        stored.values().stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .toList()
                .forEach(step -> store(step.hold()));
        return proceed();
    }

    private Step find(StepId id) {
        return Optional.ofNullable(stored.get(id)).orElseThrow();
    }

    /** One job of a step; whether anything has been stored that leads on. */
    private boolean work(StepId id) {
        var step = find(id);
        assertTrue(step.status().isInHand(), () -> "a job for a step that is " + step.status());
        var begun = step.begin(AT);
        stored.put(id, begun);
        if (happens(troubles.crashes())) {
            return false;
        }
        var done = happens(troubles.failures()) ? begun.fail("bad luck", AT) : execute(begun);
        if (done.status() != StepStatus.FAILED && happens(troubles.crashes())) {
            interruptedCalls += graph.node(id.node()) instanceof Node.TextGeneration ? 1 : 0;
            return false;
        }
        stored.put(id, done);
        jobs.remove(id);
        if (done.status() == StepStatus.COMPLETED) {
            assertTrue(settled.add(id), "no step is settled twice");
        }
        return true;
    }

    private Step execute(Step step) {
        var id = step.id();
        var known = view();
        var control = new ControlSteps(graph, inputs, known);
        return switch (graph.node(id.node())) {
            case Node.TextGeneration text -> complete(step, call(id, text, known));
            case ControlNode.Conditional node -> complete(step, control.branch(node, id));
            case ControlNode.Review node -> step.await(control.question(node, id));
            case ControlNode.Loop node ->
                switch (new ControlSteps(graph, inputs, new StoredSteps(stored.values())).turn(node, step)) {
                    case LoopTurn.Pass pass -> step.await(pass.about());
                    case LoopTurn.End end -> complete(step, end.output());
                };
            case Node.Start ignored -> complete(step, inputs);
            case Node ignored -> complete(step, ObjectValue.EMPTY);
        };
    }

    private ObjectValue call(StepId id, Node.TextGeneration text, StoredSteps known) {
        assertTrue(!settled.contains(id), () -> "a settled call is made again: " + id);
        calls.merge(id, 1, Integer::sum);
        var prompt = text.prompt().render(new RunScope(graph, inputs, known, id)::resolve);
        return SimulatedModel.write(id.node(), prompt);
    }

    private static Step complete(Step step, ObjectValue output) {
        return step.complete(output, Usage.NONE, AT);
    }

    private List<Step> reviews() {
        return stored.values().stream()
                .filter(step -> step.status() == StepStatus.WAITING)
                .filter(step -> step.type().equals(ControlNode.Review.TYPE))
                .toList();
    }

    private void decideOneReview() {
        var review = pick(reviews());
        stored.put(
                review.id(),
                complete(review, SimulatedModel.review(review.output()).output()));
        settled.add(review.id());
    }

    /** Stores what the plan says, as one transaction. Every plan says the same however much it is told. */
    private Decision.Outcome proceed() {
        var decision = new RunPlan(graph, new StoredSteps(stored.values())).decide(atOnce);
        assertEquals(decision, new RunPlan(graph, view()).decide(atOnce));
        decision.skip().forEach(id -> store(Step.skipped(graph.node(id.node()), id.iteration(), AT)));
        for (var id : decision.begin()) {
            var step = Optional.ofNullable(stored.get(id)).map(Step::again);
            store(step.orElseGet(() -> Step.pending(graph.node(id.node()), id.iteration())));
            assertTrue(jobs.add(id), "one job a step");
        }
        assertTrue(jobs.size() <= atOnce, "no more steps in hand than allowed");
        assertTrue(decision.outcome() != Decision.Outcome.UNDER_WAY || !jobs.isEmpty(), "who is under way has jobs");
        return decision.outcome();
    }

    private void store(Step step) {
        stored.put(step.id(), step);
    }

    /**
     * The steps in any order: all, or the newest of each node, which is to be enough; or of these what is left to be read for who
     * has looked before.
     */
    private StoredSteps view() {
        var all = new StoredSteps(stored.values());
        var done = random.nextBoolean() ? seen.done(graph) : new StoredSteps(List.of());
        var steps = new ArrayList<Step>();
        if (random.nextBoolean()) {
            steps.addAll(stored.values());
        } else {
            graph.executionOrder().stream()
                    .filter(node -> done.newest(node).isEmpty())
                    .forEach(node -> all.newest(node).ifPresent(steps::add));
        }
        Collections.shuffle(steps, Random.from(random));
        seen = done.with(steps);
        return seen;
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(Collection<T> some) {
        return some.stream().skip(random.nextInt(some.size())).findFirst().orElseThrow();
    }

    ObjectValue outputs() {
        return new RunPlan(graph, new StoredSteps(stored.values())).outputs();
    }

    int progress() {
        return new RunPlan(graph, new StoredSteps(stored.values())).progress();
    }

    /** What each step gave; empty for those that were skipped. */
    Map<StepId, Optional<ObjectValue>> results() {
        var results = new HashMap<StepId, Optional<ObjectValue>>();
        stored.forEach((id, step) ->
                results.put(id, Optional.of(step.output()).filter(output -> step.status() == StepStatus.COMPLETED)));
        return results;
    }

    int calls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    int interruptedCalls() {
        return interruptedCalls;
    }

    /** How often it was paused, or failed and was tried again. */
    int interrupted() {
        return interrupted;
    }

    int settledCalls() {
        return calls.size();
    }

    Optional<Step> step(NodeId node, int iteration) {
        return Optional.ofNullable(stored.get(new StepId(node, iteration)));
    }
}
