package dev.atelier.adapter.postgres;

import static java.util.Map.entry;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.StepId;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.usage.CallOutcome;
import dev.atelier.domain.usage.DayUsage;
import dev.atelier.domain.usage.PaidCall;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.port.out.usage.CallLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;

/** Calls. Sums are made of the rows themselves whenever they are asked for: there is nothing beside them that could differ. */
final class JdbiCallLedger implements CallLedger {

    private static final String OPEN = """
        insert into public.paid_calls
            (id, owner_id, run_id, node_id, iteration, attempt, kind, model, reserved_usd, state, began_at)
        values (:id, :owner, cast(:run as uuid), :node, cast(:iteration as integer), cast(:attempt as integer), :kind,
                :model, :reservedUsd, 'open', :at)
        """;

    private static final String SETTLE = """
        update public.paid_calls
        set state = :state, model = :model, input_tokens = :inputTokens, output_tokens = :outputTokens, images = :images,
            cost_usd = :costUsd, ended_at = :at
        where id = :id and owner_id = :owner and state = 'open'
        """;

    private static final String SETTLE_WITHOUT_USAGE = """
        update public.paid_calls set state = :state, ended_at = :at
        where id = :id and owner_id = :owner and state = 'open'
        """;

    private static final String GIVE_UP = """
        update public.paid_calls set state = 'unknown', ended_at = :at
        where run_id = :run and owner_id = :owner and node_id = :node and iteration = :iteration and state = 'open'
        """;

    private static final String SPENDING = """
        select coalesce(sum(cost_usd), 0) as settled,
            coalesce(sum(reserved_usd) filter (where state in ('open', 'unknown')), 0) as unsettled,
            count(*) filter (where state = 'open') as under_way, count(*) filter (where state = 'unknown') as lost
        from public.paid_calls where owner_id = :owner and
        """;

    private static final String USAGE = """
        select cast(began_at at time zone 'UTC' as date) as day, model, sum(input_tokens) as input_tokens,
            sum(output_tokens) as output_tokens, sum(images) as images, sum(cost_usd) as cost_usd
        from public.paid_calls
        where owner_id = :owner and began_at >= :begin and began_at < :end and state = 'paid'
        group by day, model order by day, model collate "C"
        """;

    private static final RowMapper<Spending> SPENT = (row, context) -> new Spending(
            row.getBigDecimal("settled"),
            row.getBigDecimal("unsettled"),
            row.getLong("under_way"),
            row.getLong("lost"));

    private record Line(LocalDate day, ModelUsage usage) {}

    private static final RowMapper<Line> LINE = (row, context) -> new Line(
            row.getObject("day", LocalDate.class),
            new ModelUsage(
                    row.getString("model"),
                    row.getLong("input_tokens"),
                    row.getLong("output_tokens"),
                    row.getLong("images"),
                    row.getBigDecimal("cost_usd")));

    private final Database database;

    JdbiCallLedger(Database database) {
        this.database = database;
    }

    /** No foreign key waits for this lock of the user's row, and Supabase Auth seldom changes it. */
    @Override
    public void lock(UserId owner) {
        database.inTransaction(
                handle -> handle.createQuery("select 1 from public.users where id = :owner for no key update")
                        .bind("owner", owner.value())
                        .mapTo(Integer.class)
                        .findOne());
    }

    @Override
    public void open(PaidCall call) {
        var origin = call.origin();
        database.insert(
                handle -> handle.createUpdate(OPEN)
                        .bind("id", call.id().value())
                        .bind("owner", call.owner().value())
                        .bind("run", origin.map(from -> from.run().value()))
                        .bind("node", origin.map(from -> from.step().node().value()))
                        .bind("iteration", origin.map(from -> from.step().iteration()))
                        .bind("attempt", origin.map(PaidCall.Origin::attempt))
                        .bind("kind", Columns.spelled(call.kind()))
                        .bind("model", call.model())
                        .bind("reservedUsd", call.reservedUsd())
                        .bind("at", Columns.time(call.at()))
                        .execute(),
                DomainException.UserNotProvisioned::new);
    }

    @Override
    public void settle(UserId owner, CallId id, CallOutcome outcome, Instant at) {
        switch (outcome) {
            case CallOutcome.Paid paid -> settle(owner, id, paid.usage(), at);
            case CallOutcome.Free ignored -> settle(owner, id, "free", at);
            case CallOutcome.Unknown ignored -> settle(owner, id, "unknown", at);
        }
    }

    private void settle(UserId owner, CallId id, ModelUsage usage, Instant at) {
        database.writeSoon(
                SETTLE,
                Map.ofEntries(
                        entry("id", id.value()),
                        entry("owner", owner.value()),
                        entry("state", "paid"),
                        entry("model", usage.model()),
                        entry("inputTokens", usage.inputTokens()),
                        entry("outputTokens", usage.outputTokens()),
                        entry("images", usage.images()),
                        entry("costUsd", usage.costUsd()),
                        entry("at", Columns.time(at))));
    }

    private void settle(UserId owner, CallId id, String state, Instant at) {
        database.writeSoon(
                SETTLE_WITHOUT_USAGE,
                Map.ofEntries(
                        entry("id", id.value()),
                        entry("owner", owner.value()),
                        entry("state", state),
                        entry("at", Columns.time(at))));
    }

    @Override
    public void giveUp(UserId owner, RunId run, StepId step, Instant at) {
        database.writeSoon(
                GIVE_UP,
                Map.ofEntries(
                        entry("owner", owner.value()),
                        entry("run", run.value()),
                        entry("node", step.node().value()),
                        entry("iteration", step.iteration()),
                        entry("at", Columns.time(at))));
    }

    @Override
    public Spending ofRun(UserId owner, RunId run) {
        return database.read(handle -> handle.createQuery(SPENDING + "run_id = :run")
                .bind("owner", owner.value())
                .bind("run", run.value())
                .map(SPENT)
                .one());
    }

    @Override
    public Spending ofPeriod(UserId owner, UsagePeriod period) {
        return database.read(handle -> handle.createQuery(SPENDING + "began_at >= :begin and began_at < :end")
                .bind("owner", owner.value())
                .bind("begin", Columns.time(period.begin()))
                .bind("end", Columns.time(period.end()))
                .map(SPENT)
                .one());
    }

    @Override
    public List<DayUsage> usage(UserId owner, UsagePeriod period) {
        var days = new TreeMap<LocalDate, List<ModelUsage>>();
        database.read(handle -> handle.createQuery(USAGE)
                        .bind("owner", owner.value())
                        .bind("begin", Columns.time(period.begin()))
                        .bind("end", Columns.time(period.end()))
                        .map(LINE)
                        .list())
                .forEach(line -> days.computeIfAbsent(line.day(), day -> new ArrayList<>())
                        .add(line.usage()));
        return days.entrySet().stream()
                .map(day -> new DayUsage(day.getKey(), new Usage(day.getValue())))
                .toList();
    }
}
