package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.PauseReason;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.port.out.run.RunRepository;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link RunRepository}. */
public abstract class RunRepositoryContract extends ListingContract {

    private static final Usage USAGE = new Usage(List.of(
            new ModelUsage("openai/gpt-4o-mini", 3_000_000_000L, 7, 0, new BigDecimal("0.00000000123")),
            new ModelUsage("offline/canvas", 0, 0, 2, new BigDecimal("123456789.10"))));

    private UserId owner = Samples.nobody();
    private UserId stranger = Samples.nobody();
    private Workflow workflow = Samples.workflow(Samples.project(owner));

    @BeforeEach
    final void createWorkflow() {
        owner = database().newUser();
        stranger = database().newUser();
        workflow = newWorkflow(owner);
    }

    @Test
    void whatWasInsertedIsFound() {
        var run = newRun();

        assertEquals(Optional.of(run), runs().find(owner, run.id()));
    }

    @Test
    void everyFieldSurvivesAnInsert() {
        for (var status : RunStatus.values()) {
            var run = everyField(Samples.run(workflow), status);
            runs().insert(run);

            assertSame(run, runs().find(owner, run.id()).orElseThrow());
        }
    }

    @Test
    void everyFieldSurvivesAnUpdate() {
        for (var status : RunStatus.values()) {
            var run = newRun();
            var changed = everyField(run, status);
            change(run, () -> runs().update(changed));

            assertSame(changed, runs().find(owner, run.id()).orElseThrow());
        }
    }

    @Test
    void anUpdateCanMakeFieldsEmptyAgain() {
        var run = Samples.run(workflow);
        var full = everyField(run, RunStatus.FAILED);
        runs().insert(full);
        var empty = new Run(
                run.id(),
                owner,
                run.projectId(),
                run.workflowId(),
                run.workflowVersion(),
                RunStatus.PENDING,
                0,
                Optional.empty(),
                full.inputs(),
                ObjectValue.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Usage.NONE,
                full.costLimitUsd(),
                0,
                run.createdAt(),
                Optional.empty(),
                Optional.empty(),
                full.revision() + 1);
        change(run, () -> runs().update(empty));

        assertSame(empty, runs().find(owner, run.id()).orElseThrow());
    }

    private Run everyField(Run run, RunStatus status) {
        return new Run(
                run.id(),
                owner,
                run.projectId(),
                run.workflowId(),
                run.workflowVersion(),
                status,
                73,
                Optional.of(new NodeId("generate_\u00fcberschrift-1")),
                run.inputs(),
                Samples.oddValue(),
                Optional.of(Samples.ODD_TEXT),
                Optional.of(PauseReason.COST_LIMIT),
                USAGE,
                Optional.of(new BigDecimal("7.25")),
                5_000_000_000L,
                run.createdAt(),
                Optional.of(Samples.AT),
                Optional.of(Samples.LATER),
                run.revision() + 1);
    }

    private static void assertSame(Run expected, Run actual) {
        assertEquals(expected, actual);
        assertEquals(expected.outputs().text(), actual.outputs().text());
        assertEquals(expected.inputs().text(), actual.inputs().text());
    }

    @Test
    void inputsComeBackEqualWithTheOrderOfTheirKeys() {
        var run = Run.of(new RunId(Samples.newId()), workflow, Samples.oddValue(), Optional.empty(), Samples.AT);
        runs().insert(run);

        assertSame(run, runs().find(owner, run.id()).orElseThrow());
    }

    @Test
    void aCostLimitIsExact() {
        for (var limit : List.of("0", "0.10", "0.000000000000000000001", "123456789012345678901.5")) {
            var run = Run.of(
                    new RunId(Samples.newId()),
                    workflow,
                    ObjectValue.EMPTY,
                    Optional.of(new BigDecimal(limit)),
                    Samples.AT);
            runs().insert(run);

            assertEquals(
                    Optional.of(new BigDecimal(limit)),
                    runs().find(owner, run.id()).orElseThrow().costLimitUsd());
        }
    }

    @Test
    void insertIsRefusedWhenThereIsNoSuchWorkflow() {
        var run = Samples.run(Samples.workflow(Samples.project(owner)));

        assertThrows(DomainException.NotFound.class, () -> runs().insert(run));
        assertAbsent(runs().find(owner, run.id()));
    }

    @Test
    void insertIsRefusedWhenTheWorkflowIsSomebodyElses() {
        var theirs = new Workflow(
                workflow.id(), stranger, workflow.projectId(), workflow.details(), 1, Samples.AT, Samples.AT);
        var run = Samples.run(theirs);

        assertThrows(DomainException.NotFound.class, () -> runs().insert(run));
        assertAbsent(runs().find(stranger, run.id()));
        lists().assertEmptyAtFirst();
    }

    @Test
    void nothingIsFoundByAnIdThatIsNotThere() {
        newRun();

        assertAbsent(runs().find(owner, new RunId(Samples.newId())));
    }

    @Test
    void nobodyElseFindsIt() {
        assertAbsent(runs().find(stranger, newRun().id()));
    }

    @Test
    void nobodyElseLocksIt() {
        var run = newRun();

        assertAbsent(database().transactions().execute(() -> runs().lock(stranger, run.id())));
    }

    @Test
    void nobodyElseListsIt() {
        newRun();

        assertEquals(
                List.of(),
                runs().list(stranger, workflow.id(), PageRequest.first(10)).items());
    }

    @Test
    void nobodyElseSeesItsStepsAndEvents() {
        var run = newRun();
        change(run, () -> {
            runs().saveStep(owner, run.id(), step("a", 0));
            runs().append(owner, run.id(), event(1));
        });

        assertEquals(List.of(), runs().steps(stranger, run.id()));
        assertEquals(List.of(), runs().events(stranger, run.id(), 0, 10));
    }

    @Test
    void nobodyElseChangesAnything() {
        var run = newRun();
        change(run, () -> {
            runs().saveStep(owner, run.id(), step("a", 0));
            runs().append(owner, run.id(), event(1));
        });
        var stolen = everyField(run, RunStatus.STOPPED);
        attempt(() -> runs().update(ofStranger(stolen)));
        attempt(() -> runs().saveStep(stranger, run.id(), step("a", 0).fail("stolen", Samples.LATER)));
        attempt(() -> runs().saveStep(stranger, run.id(), step("b", 0)));
        attempt(() -> runs().append(stranger, run.id(), event(2)));

        assertEquals(Optional.of(run), runs().find(owner, run.id()));
        assertEquals(List.of(step("a", 0)), runs().steps(owner, run.id()));
        assertEquals(List.of(event(1)), runs().events(owner, run.id(), 0, 10));
    }

    private Run ofStranger(Run run) {
        return new Run(
                run.id(),
                stranger,
                run.projectId(),
                run.workflowId(),
                run.workflowVersion(),
                run.status(),
                run.progress(),
                run.currentNode(),
                run.inputs(),
                run.outputs(),
                run.error(),
                run.pauseReason(),
                run.usage(),
                run.costLimitUsd(),
                run.lastEvent(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.revision());
    }

    @Test
    void lockGivesTheRun() {
        var run = newRun();

        assertEquals(Optional.of(run), database().transactions().execute(() -> runs().lock(owner, run.id())));
    }

    @Test
    void thereIsNothingToLockWhenThereIsNoSuchRun() {
        assertAbsent(database().transactions().execute(() -> runs().lock(owner, new RunId(Samples.newId()))));
    }

    @Test
    void lockIsRefusedOutsideOfATransaction() {
        var run = newRun();

        assertThrows(IllegalStateException.class, () -> runs().lock(owner, run.id()));
    }

    @Test
    void whoWantsToLockWaitsForTheEndOfTheTransactionAndSeesWhatItDid() {
        var run = newRun();
        var changed = everyField(run, RunStatus.RUNNING);
        var second = database().transactions().execute(() -> {
            assertPresent(runs().lock(owner, run.id()));
            var waiting =
                    Concurrently.start(() -> database().transactions().execute(() -> runs().lock(owner, run.id())));
            Concurrently.assertWaits(waiting);
            runs().update(changed);
            return waiting;
        });

        assertEquals(Optional.of(changed), Concurrently.result(second));
    }

    @Test
    void aLockIsFreeAgainWhenTheTransactionIsUndone() {
        var run = newRun();
        attempt(() -> {
            runs().lock(owner, run.id());
            runs().update(everyField(run, RunStatus.RUNNING));
            throw new IllegalArgumentException("no");
        });

        assertEquals(
                Optional.of(run),
                Concurrently.result(Concurrently.start(
                        () -> database().transactions().execute(() -> runs().lock(owner, run.id())))));
    }

    @Test
    void whoWantsToChangeIsKeptFromItUntilTheEndOfTheTransaction() {
        var run = newRun();
        var locked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = Concurrently.start(() -> database().transactions().execute(() -> {
            var before = runs().lock(owner, run.id()).orElseThrow();
            locked.countDown();
            Concurrently.await(goOn);
            runs().update(before.countEvent());
            return true;
        }));
        Concurrently.await(locked);
        var others = List.of(countEvent(run), countEvent(run));
        others.forEach(Concurrently::assertWaits);
        goOn.countDown();

        Concurrently.result(first);
        others.forEach(Concurrently::result);
        assertEquals(3, runs().find(owner, run.id()).orElseThrow().lastEvent());
    }

    private Future<Boolean> countEvent(Run run) {
        return Concurrently.start(() -> database().transactions().execute(() -> {
            runs().update(runs().lock(owner, run.id()).orElseThrow().countEvent());
            return true;
        }));
    }

    @Test
    void ofManyWhoChangeALockedRunNobodysChangeIsLost() {
        var run = newRun();
        Concurrently.all(
                8,
                () -> database().transactions().execute(() -> {
                    var locked = runs().lock(owner, run.id()).orElseThrow();
                    runs().append(owner, run.id(), event(locked.lastEvent() + 1));
                    runs().update(locked.countEvent());
                    return true;
                }));

        assertEquals(8, runs().find(owner, run.id()).orElseThrow().lastEvent());
        assertEquals(
                LongStream.rangeClosed(1, 8).boxed().toList(),
                runs().events(owner, run.id(), 0, 10).stream()
                        .map(RunEvent::number)
                        .toList());
    }

    @Test
    void theListHasNothingOfOtherWorkflows() {
        runs().insert(Samples.run(newWorkflow(owner)));
        var mine = newRun();

        assertEquals(
                List.of(mine),
                runs().list(owner, workflow.id(), PageRequest.first(10)).items());
    }

    @Test
    void aRunHasNoStepsAtFirst() {
        assertEquals(List.of(), runs().steps(owner, newRun().id()));
        assertEquals(List.of(), runs().steps(owner, new RunId(Samples.newId())));
    }

    @Test
    void stepsAreInTheOrderInWhichTheyWereSavedFirst() {
        var run = newRun();
        change(run, () -> {
            runs().saveStep(owner, run.id(), step("z", 0));
            runs().saveStep(owner, run.id(), step("a", 0));
        });
        change(run, () -> runs().saveStep(owner, run.id(), step("m", 0)));
        var begun = step("z", 0).begin(Samples.LATER);
        change(run, () -> runs().saveStep(owner, run.id(), begun));

        assertEquals(List.of(begun, step("a", 0), step("m", 0)), runs().steps(owner, run.id()));
    }

    @Test
    void aStepIsSavedInPlaceOfTheOneOfTheSameNodeAndIteration() {
        var run = newRun();
        var saved = step("a", 1);
        change(run, () -> {
            runs().saveStep(owner, run.id(), step("a", 0));
            runs().saveStep(owner, run.id(), saved);
        });
        var completed = saved.begin(Samples.AT).complete(Samples.oddValue(), USAGE, Samples.LATER);
        change(run, () -> runs().saveStep(owner, run.id(), completed));

        assertEquals(List.of(step("a", 0), completed), runs().steps(owner, run.id()));
    }

    @Test
    void theNewestStepsAreThoseWithTheHighestIterations() {
        var run = newRun();
        var other = newRun();
        change(other, () -> runs().saveStep(owner, other.id(), step("a", 9)));
        change(run, () -> {
            for (int iteration : List.of(0, 2, 10, 1)) {
                runs().saveStep(owner, run.id(), step("a", iteration));
            }
            runs().saveStep(owner, run.id(), step("b", 0).begin(Samples.AT));
            runs().saveStep(owner, run.id(), step("c", 0));
        });
        var asked = List.of(new NodeId("a"), new NodeId("b"), new NodeId("nobody"));

        assertEquals(
                Set.of(step("a", 10), step("b", 0).begin(Samples.AT)),
                Set.copyOf(runs().newestSteps(owner, run.id(), asked)));
        assertEquals(List.of(), runs().newestSteps(stranger, run.id(), asked));
        assertEquals(List.of(), runs().newestSteps(owner, run.id(), List.of()));
    }

    @Test
    void everyFieldOfAStepSurvives() {
        for (var status : StepStatus.values()) {
            var run = newRun();
            var step = new Step(
                    new NodeId("\u00e9\u05e9-_1"),
                    7,
                    "text_generation",
                    Samples.ODD_TEXT,
                    status,
                    3,
                    Optional.of(Samples.AT),
                    Optional.of(Samples.LATER),
                    Samples.oddValue(),
                    Optional.of(Samples.ODD_TEXT),
                    USAGE);
            change(run, () -> runs().saveStep(owner, run.id(), step));

            var stored = runs().steps(owner, run.id());
            assertEquals(List.of(step), stored);
            assertEquals(step.output().text(), stored.getFirst().output().text());
        }
    }

    @Test
    void savingAStepAgainCanMakeFieldsEmpty() {
        var run = newRun();
        var failed = step("a", 0).begin(Samples.AT).fail("why", Samples.LATER);
        change(run, () -> runs().saveStep(owner, run.id(), failed));
        change(run, () -> runs().saveStep(owner, run.id(), step("a", 0)));

        assertEquals(List.of(step("a", 0)), runs().steps(owner, run.id()));
    }

    @Test
    void stepsOfTwoRunsDoNotMix() {
        var one = newRun();
        var other = newRun();
        change(one, () -> runs().saveStep(owner, one.id(), step("a", 0)));
        change(other, () -> runs().saveStep(owner, other.id(), step("a", 0).begin(Samples.AT)));

        assertEquals(List.of(step("a", 0)), runs().steps(owner, one.id()));
    }

    @Test
    void aStepIsUndoneWithItsTransaction() {
        var run = newRun();
        attempt(() -> {
            runs().lock(owner, run.id());
            runs().saveStep(owner, run.id(), step("a", 0));
            runs().append(owner, run.id(), event(1));
            throw new IllegalArgumentException("no");
        });

        assertEquals(List.of(), runs().steps(owner, run.id()));
        assertEquals(List.of(), runs().events(owner, run.id(), 0, 10));
    }

    @Test
    void eventsCanBeAppendedToARunThatWasInsertedInTheSameTransaction() {
        var run = Samples.run(workflow);
        database().transactions().run(() -> {
            runs().insert(run);
            runs().append(owner, run.id(), event(1));
        });

        assertEquals(List.of(event(1)), runs().events(owner, run.id(), 0, 10));
    }

    @Test
    void everyTypeOfEventSurvivesWithItsData() {
        var run = newRun();
        var types = RunEvent.Type.values();
        change(run, () -> {
            for (int index = 0; index < types.length; index++) {
                runs().append(owner, run.id(), new RunEvent(index + 1L, types[index], Samples.oddValue(), Samples.AT));
            }
        });

        var stored = runs().events(owner, run.id(), 0, 100);
        assertEquals(List.of(types), stored.stream().map(RunEvent::type).toList());
        for (var event : stored) {
            assertEquals(Samples.oddValue(), event.data());
            assertEquals(Samples.oddValue().text(), event.data().text());
            assertEquals(Samples.AT, event.at());
        }
    }

    @Test
    void eventsAreThoseAboveANumberInTheirOrderUpToTheLimit() {
        var run = newRun();
        change(
                run,
                () -> LongStream.rangeClosed(1, 12).forEach(number -> runs().append(owner, run.id(), event(number))));

        assertEquals(List.of(event(1), event(2)), runs().events(owner, run.id(), 0, 2));
        assertEquals(List.of(event(9), event(10)), runs().events(owner, run.id(), 8, 2));
        assertEquals(List.of(event(11), event(12)), runs().events(owner, run.id(), 10, 100));
        assertEquals(List.of(), runs().events(owner, run.id(), 12, 100));
    }

    @Test
    void aRunHasNoEventsAtFirst() {
        assertEquals(List.of(), runs().events(owner, newRun().id(), 0, 10));
        assertEquals(List.of(), runs().events(owner, new RunId(Samples.newId()), 0, 10));
    }

    @Test
    void runsGoWithTheirOwner() {
        var run = newRun();
        change(run, () -> {
            runs().saveStep(owner, run.id(), step("a", 0));
            runs().append(owner, run.id(), event(1));
        });
        database().removeUser(owner);

        assertAbsent(runs().find(owner, run.id()));
        assertEquals(List.of(), runs().steps(owner, run.id()));
        assertEquals(List.of(), runs().events(owner, run.id(), 0, 10));
    }

    @Test
    void theNewestEventsOfManyRunsAreToldAtOnceWhoeverTheyBelongTo() {
        var run = newRun();
        change(run, () -> runs().update(run.countEvent().countEvent().countEvent()));
        var one = run.id();
        var foreign = Samples.run(newWorkflow(database().newUser()));
        runs().insert(foreign);
        var absent = Samples.run(newWorkflow(owner)).id();

        assertEquals(Map.of(one, 3L, foreign.id(), 0L), runs().newestEvents(List.of(one, foreign.id(), absent, one)));
        assertEquals(Map.of(), runs().newestEvents(List.of()));
    }

    @Test
    void theRunsThatHaveBeenStoppedOrAreNotThereAreTold() {
        var all = new HashMap<RunStatus, RunId>();
        for (var status : RunStatus.values()) {
            var run = everyField(Samples.run(workflow), status);
            runs().insert(run);
            all.put(status, run.id());
        }
        var absent = Samples.run(workflow).id();
        var asked = new ArrayList<>(all.values());
        asked.add(absent);

        assertEquals(
                Set.of(Optional.ofNullable(all.get(RunStatus.STOPPED)).orElseThrow(), absent), runs().stopped(asked));
        assertEquals(Set.of(), runs().stopped(List.of()));
    }

    private RunRepository runs() {
        return database().runs();
    }

    private Run newRun() {
        var run = Samples.run(workflow);
        runs().insert(run);
        return run;
    }

    private void change(Run run, Runnable change) {
        database().transactions().run(() -> {
            assertPresent(runs().lock(owner, run.id()));
            change.run();
        });
    }

    private static Step step(String node, int iteration) {
        return new Step(
                new NodeId(node),
                iteration,
                "text_generation",
                "Headline",
                StepStatus.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                ObjectValue.EMPTY,
                Optional.empty(),
                Usage.NONE);
    }

    private static RunEvent event(long number) {
        return new RunEvent(
                number, RunEvent.Type.STEP_STARTED, ObjectValue.EMPTY.with("number", Value.of(number)), Samples.AT);
    }

    @Override
    ListChecks<Run> lists() {
        return new ListChecks<>(
                request -> runs().list(owner, workflow.id(), request),
                id -> runs().insert(Samples.run(workflow, id)),
                run -> run.id().value());
    }
}
