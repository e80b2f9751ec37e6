package dev.atelier.bootstrap;

import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.SweepFinding;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands, and what their exit codes mean: 0 fine, 1 failed while running, 64 wrong usage, 78 wrong configuration. */
@Command(
        name = "atelier",
        description = "The backend for creative teams.",
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CommandLine.HelpCommand.class)
final class Commands {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 64;
    static final int WRONG_CONFIGURATION = 78;

    private final Map<String, String> environment;
    private final PrintStream out;

    private Commands(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    static CommandLine commandLine(Map<String, String> environment, PrintStream out) {
        var commandLine = new CommandLine(new Commands(environment, out));
        commandLine.addSubcommand(new JobCommands(environment, out));
        commandLine.addSubcommand(new ReindexCommand(environment, out));
        commandLine.setOut(new PrintWriter(out, true, out.charset()));
        commandLine.setExecutionExceptionHandler(Commands::report);
        wrongUsage(commandLine);
        return commandLine;
    }

    /** The exit code of wrong usage is set for each command, and those below it. */
    private static void wrongUsage(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(WRONG_USAGE);
        command.getSubcommands().values().forEach(Commands::wrongUsage);
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        command.getErr()
                .println(
                        switch (failure) {
                            case ConfigException wrong -> wrong.getMessage();
                            case PortFailure outside -> outside.getMessage();
                            case IllegalStateException cannotListen -> cannotListen.getMessage();
                            default -> throw failure;
                        });
        return failure instanceof ConfigException ? WRONG_CONFIGURATION : FAILED;
    }

    @Command(description = "Serves HTTP; brings the schema up to date first.")
    int backend() throws InterruptedException {
        return runUntilStopped(Role.BACKEND, App::startBackend);
    }

    @Command(description = "Does jobs.")
    int worker() throws InterruptedException {
        return runUntilStopped(Role.WORKER, App::startWorker);
    }

    private int runUntilStopped(Role role, Function<AppConfig, App> start) throws InterruptedException {
        var app = start.apply(AppConfig.read(environment, role));
        var closed = new CountDownLatch(1);
        // The JVM runs this on SIGTERM and SIGINT, and ends when it is done.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            app.close();
            Logging.flush();
            closed.countDown();
        }));
        closed.await();
        return 0;
    }

    @Command(description = "Brings the schema of the database up to date.")
    int migrate() {
        var config = AppConfig.read(environment, Role.MIGRATE);
        var applied = Migrations.migrate(config.migrations(), config.pgvector());
        applied.forEach(version -> out.println("migrated to " + version));
        out.println(applied.isEmpty() ? "the schema is up to date" : "done");
        return 0;
    }

    @Command(description = "Checks every setting, and connects to every service.")
    int doctor() {
        Logging.silence();
        return new Doctor(environment, out, InstantSource.system()).examine() ? 0 : FAILED;
    }

    @Command(description = "Compares files and objects, and tells what does not agree; with --mend, mends it.")
    int sweep(
            @Option(names = "--mend", description = "Removes what is in nobody's hands for a day or longer.")
                    boolean mend) {
        var config = AppConfig.read(environment, Role.SWEEP);
        Logging.silence();
        var report = App.sweep(config, upkeep -> mend ? upkeep.mend(this::print) : upkeep.inspect(this::print));
        out.printf("%d files, %d objects%n", report.rows(), report.objects());
        for (var kind : SweepFinding.Kind.values()) {
            out.printf("%-20s %d%n", spelled(kind), report.count(kind));
        }
        if (report.wrongBucket()) {
            out.println("more files lost their object than have it, which is not mended: is R2_BUCKET the right one?");
        }
        boolean settled = report.findings().isEmpty() || (mend && !report.wrongBucket());
        out.println(settled ? "done" : "bin/atelier sweep --mend mends it");
        return report.wrongBucket() ? FAILED : 0;
    }

    private void print(SweepFinding finding) {
        out.printf("%-20s %s%n", spelled(finding.kind()), finding.subject());
    }

    private static String spelled(SweepFinding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Command(hidden = true, description = "Loads what a backend needs, for the cache of classes that an image carries.")
    int rehearse() throws IOException, InterruptedException {
        Rehearsal.run();
        return 0;
    }

    @Command(description = "Tells which version this is.")
    int version() {
        out.println("atelier " + Version.current());
        return 0;
    }
}
