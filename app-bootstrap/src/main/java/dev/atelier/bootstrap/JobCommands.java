package dev.atelier.bootstrap;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Queue;
import dev.atelier.port.in.job.JobOperations;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier jobs ...}: what an operator sees of jobs, and does to them. It takes the settings of a worker. */
@Command(
        name = "jobs",
        description = "Shows jobs, and tries or drops those that failed.",
        synopsisSubcommandLabel = "COMMAND")
final class JobCommands {

    private static final int MOST_LISTED = 1_000;

    private final Map<String, String> environment;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    JobCommands(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Command(description = "Lists jobs, those first that something happened to last.")
    int list(
            @Option(names = "--state", description = "waiting, claimed, done, dead or cancelled")
                    Optional<String> state,
            @Option(names = "--queue", description = "interactive or bulk") Optional<String> queue,
            @Option(names = "--owner", description = "the id of a user") Optional<UUID> owner,
            @Option(names = "--limit", defaultValue = "50", description = "at the most, 1 to 1000; 50 if not given")
                    int limit) {
        var filter = new JobFilter(
                state.map(name -> one(JobState.values(), name, "--state")),
                queue.map(name -> one(Queue.values(), name, "--queue")),
                owner.map(UserId::new));
        if (limit < 1 || limit > MOST_LISTED) {
            throw wrong("--limit must be a number from 1 to " + MOST_LISTED);
        }
        return operate(jobs -> {
            var found = jobs.list(filter, limit);
            found.forEach(this::print);
            out.println(found.size() + (found.size() == 1 ? " job" : " jobs"));
            return 0;
        });
    }

    @Command(description = "Has dead jobs tried again, as if they were new.")
    int retry(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "the id of a dead job") Optional<UUID> id,
            @Option(names = "--all-dead", description = "all jobs that are dead") boolean all) {
        if (id.isPresent() == all) {
            throw wrong("retry takes either the ID of a job or --all-dead");
        }
        return operate(jobs -> {
            if (all) {
                out.println(jobs.retryAllDead() + " jobs will be tried again");
                return 0;
            }
            return told(
                    jobs.retry(new JobId(id.get())),
                    id.get() + " will be tried again",
                    id.get() + " is not dead, or another job does the same; see: jobs list");
        });
    }

    @Command(description = "Removes a job. The run that it is a step of fails.")
    int drop(@Parameters(paramLabel = "ID", description = "the id of a job") UUID id) {
        return operate(jobs -> told(jobs.drop(new JobId(id)), id + " is gone", id + " is not there; see: jobs list"));
    }

    private int operate(ToIntFunction<JobOperations> work) {
        Logging.silence();
        var config = AppConfig.read(environment, Role.WORKER);
        try (var app = App.forOperator(config)) {
            return work.applyAsInt(app.jobOperations());
        }
    }

    private int told(boolean done, String success, String failure) {
        out.println(done ? success : failure);
        return done ? 0 : Commands.FAILED;
    }

    private void print(JobRecord record) {
        out.printf(
                "%s  %-9s  %-11s  %-20s  owner %s  attempt %d  at %s%s%n",
                record.job().id().value(),
                record.state(),
                record.job().queue(),
                record.job().task().kind(),
                record.job().owner().value(),
                record.attempt(),
                record.endedAt().orElse(record.runAt()),
                record.error()
                        .map(why -> "  error: " + why.lines().findFirst().orElse(""))
                        .orElse(""));
    }

    private <E extends Enum<E>> E one(E[] constants, String name, String option) {
        for (var constant : constants) {
            if (constant.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw wrong("%s: there is no %s".formatted(option, name));
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
