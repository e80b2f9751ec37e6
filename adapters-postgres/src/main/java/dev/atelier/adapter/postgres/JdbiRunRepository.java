package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.out.run.RunRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

final class JdbiRunRepository implements RunRepository {

    private static final String INSERT = """
        insert into public.runs
            (id, owner_id, project_id, workflow_id, workflow_version, status, progress, current_node, inputs, outputs,
             error, pause_reason, usage, cost_limit_usd, last_event, created_at, started_at, finished_at, revision)
        values (:id, :owner, :project, :workflow, :workflowVersion, :status, :progress, :currentNode,
                cast(:inputs as json), cast(:outputs as json), :error, :pauseReason, cast(:usage as json), :costLimitUsd,
                :lastEvent, :createdAt, cast(:startedAt as timestamptz), cast(:finishedAt as timestamptz), :revision)
        """;

    /** The current node is now there and now not; but for its cast, the driver would have the statement planned again each time. */
    private static final String UPDATE = """
        update public.runs
        set status = :status, progress = :progress, current_node = cast(:currentNode as varchar),
            outputs = cast(:outputs as json), error = :error, pause_reason = :pauseReason, usage = cast(:usage as json),
            cost_limit_usd = :costLimitUsd, last_event = :lastEvent,
            started_at = cast(:startedAt as timestamptz), finished_at = cast(:finishedAt as timestamptz),
            revision = :revision
        where id = :id and owner_id = :owner
        """;

    private static final String SAVE_STEP = """
        insert into public.run_steps
            (run_id, node_id, iteration, owner_id, type, label, status, attempt, started_at, finished_at, output, error,
             usage)
        values (:run, :node, :iteration, :owner, :type, :label, :status, :attempt,
                cast(:startedAt as timestamptz), cast(:finishedAt as timestamptz), cast(:output as json), :error,
                cast(:usage as json))
        on conflict (run_id, node_id, iteration) do update
        set status = excluded.status, attempt = excluded.attempt, started_at = excluded.started_at,
            finished_at = excluded.finished_at, output = excluded.output, error = excluded.error,
            usage = excluded.usage
        where run_steps.owner_id = excluded.owner_id
        """;

    private static final String APPEND = """
        insert into public.run_events (run_id, number, owner_id, type, data, at)
        values (:run, :number, :owner, :type, cast(:data as json), :at)
        """;

    private final Database database;

    JdbiRunRepository(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Run run) {
        database.insert(
                handle ->
                        handle.createUpdate(INSERT).bindMap(RunRows.values(run)).execute(),
                () -> new DomainException.NotFound("workflow"));
    }

    @Override
    public Optional<Run> find(UserId owner, RunId id) {
        return database.read(
                handle -> handle.createQuery("select * from public.runs where id = :id and owner_id = :owner")
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .map(RunRows.RUN)
                        .findOne());
    }

    @Override
    public Optional<Run> lock(UserId owner, RunId id) {
        return database.inTransaction(handle -> handle.createQuery(
                        "select * from public.runs where id = :id and owner_id = :owner for update")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(RunRows.RUN)
                .findOne());
    }

    @Override
    public Page<Run> list(UserId owner, WorkflowId workflow, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
            select * from public.runs
            where workflow_id = :workflow and owner_id = :owner and id < :before
            order by id desc limit :limit
            """)
                .bind("owner", owner.value())
                .bind("workflow", workflow.value())
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(RunRows.RUN)
                .list());
        return Page.of(found, request, run -> run.id().value());
    }

    @Override
    public void update(Run changed) {
        database.writeSoon(UPDATE, RunRows.values(changed));
    }

    @Override
    public List<Step> steps(UserId owner, RunId run) {
        return database.read(handle -> handle.createQuery(
                        "select * from public.run_steps where run_id = :run and owner_id = :owner order by position")
                .bind("run", run.value())
                .bind("owner", owner.value())
                .map(RunRows.STEP)
                .list());
    }

    @Override
    public List<Step> newestSteps(UserId owner, RunId run, Collection<NodeId> nodes) {
        return database.read(handle -> handle.createQuery("""
            select newest.*
            from unnest(cast(:nodes as text[])) as node (id)
            cross join lateral (
                select * from public.run_steps
                where run_id = :run and node_id = node.id and owner_id = :owner
                order by iteration desc limit 1
            ) as newest
            """)
                .bindArray(
                        "nodes", String.class, nodes.stream().map(NodeId::value).toArray())
                .bind("run", run.value())
                .bind("owner", owner.value())
                .map(RunRows.STEP)
                .list());
    }

    @Override
    public void saveStep(UserId owner, RunId run, Step step) {
        database.writeSoon(SAVE_STEP, RunRows.values(owner, run, step));
    }

    @Override
    public void append(UserId owner, RunId run, RunEvent event) {
        database.writeSoon(APPEND, RunRows.values(owner, run, event));
    }

    @Override
    public List<RunEvent> events(UserId owner, RunId run, long after, int limit) {
        return database.read(handle -> handle.createQuery("""
            select * from public.run_events
            where run_id = :run and owner_id = :owner and number > :after order by number limit :limit
            """)
                .bind("run", run.value())
                .bind("owner", owner.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(RunRows.EVENT)
                .list());
    }

    @Override
    public Set<RunId> stopped(Collection<RunId> runs) {
        return database.read(handle -> handle.createQuery("""
            select asked.id from unnest(cast(:ids as uuid[])) as asked (id)
            where not exists (
                select 1 from public.runs where runs.id = asked.id and status <> 'stopped')
            """)
                .bindArray("ids", UUID.class, runs.stream().map(RunId::value).toList())
                .mapTo(UUID.class)
                .map(RunId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Map<RunId, Long> newestEvents(Collection<RunId> runs) {
        return database.read(handle -> handle.createQuery(
                        "select id, last_event from public.runs where id = any(cast(:ids as uuid[]))")
                .bindArray("ids", UUID.class, runs.stream().map(RunId::value).toList())
                .reduceResultSet(new HashMap<>(), (newest, row, context) -> {
                    newest.put(new RunId(Columns.uuid(row, "id")), row.getLong("last_event"));
                    return newest;
                }));
    }
}
