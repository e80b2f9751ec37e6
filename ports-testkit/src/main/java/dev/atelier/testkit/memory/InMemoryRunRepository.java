package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.out.run.RunRepository;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Runs. Who changes one without having locked it is told: with PostgreSQL such a change might get lost. */
final class InMemoryRunRepository implements RunRepository {

    private final InMemoryDatabase database;

    InMemoryRunRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void insert(Run run) {
        database.run(() -> {
            database.requireWorkflow(run.owner(), run.workflowId());
            InMemoryDatabase.requireNew(database.runs().find(run.id()));
            database.runs().put(run.id(), new RunRow(run, List.of(), List.of()));
            database.transaction().lock(run.id());
        });
    }

    @Override
    public Optional<Run> find(UserId owner, RunId id) {
        return database.statement(() -> stored(owner, id).map(RunRow::run));
    }

    @Override
    public Optional<Run> lock(UserId owner, RunId id) {
        return database.statementInTransaction(() -> {
            var found = stored(owner, id).map(RunRow::run);
            found.ifPresent(run -> database.transaction().lock(id));
            return found;
        });
    }

    @Override
    public Page<Run> list(UserId owner, WorkflowId workflow, PageRequest request) {
        return database.statement(() -> Listing.page(
                database.runs().stream()
                        .map(RunRow::run)
                        .filter(run ->
                                run.owner().equals(owner) && run.workflowId().equals(workflow)),
                request,
                run -> run.id().value()));
    }

    @Override
    public void update(Run changed) {
        change(changed.owner(), changed.id(), row -> row.with(changed));
    }

    @Override
    public List<Step> steps(UserId owner, RunId run) {
        return database.statement(() -> stored(owner, run).map(RunRow::steps).orElse(List.of()));
    }

    @Override
    public List<Step> newestSteps(UserId owner, RunId run, Collection<NodeId> nodes) {
        var newest = steps(owner, run).stream()
                .filter(step -> nodes.contains(step.nodeId()))
                .collect(Collectors.toMap(
                        Step::nodeId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(Step::iteration))));
        return List.copyOf(newest.values());
    }

    @Override
    public void saveStep(UserId owner, RunId run, Step step) {
        change(owner, run, row -> row.with(step));
    }

    @Override
    public void append(UserId owner, RunId run, RunEvent event) {
        change(owner, run, row -> row.with(event));
    }

    @Override
    public List<RunEvent> events(UserId owner, RunId run, long after, int limit) {
        return database.statement(() -> stored(owner, run)
                .map(row -> row.events().stream()
                        .filter(event -> event.number() > after)
                        .limit(limit)
                        .toList())
                .orElse(List.of()));
    }

    @Override
    public Set<RunId> stopped(Collection<RunId> runs) {
        return database.statement(() -> runs.stream()
                .filter(id -> database.runs()
                        .find(id)
                        .filter(row -> row.run().status() != RunStatus.STOPPED)
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Map<RunId, Long> newestEvents(Collection<RunId> runs) {
        return database.statement(() -> runs.stream()
                .distinct()
                .flatMap(id -> database.runs().find(id).stream())
                .collect(
                        Collectors.toMap(row -> row.run().id(), row -> row.run().lastEvent())));
    }

    private void change(UserId owner, RunId id, UnaryOperator<RunRow> change) {
        database.run(() -> {
            if (!database.transaction().hasLocked(id)) {
                throw new IllegalStateException("the run has not been locked in this transaction");
            }
            stored(owner, id).ifPresent(row -> database.runs().put(id, change.apply(row)));
        });
    }

    private Optional<RunRow> stored(UserId owner, RunId id) {
        return database.runs().find(id).filter(row -> row.run().owner().equals(owner));
    }
}
