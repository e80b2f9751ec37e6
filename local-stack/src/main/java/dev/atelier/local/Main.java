package dev.atelier.local;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program that runs a local stack until it is told to stop by SIGTERM or SIGINT. */
@Command(
        name = "local-stack",
        description = "Runs PostgreSQL, Redis, S3 and Supabase Auth on this machine until SIGTERM or SIGINT.",
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 1)
public final class Main implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // Picocli acts on it by itself.
    @Option(names = "--help", usageHelp = true, description = "Shows this")
    private boolean helpRequested;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".local",
            description = "Where everything is kept between runs (default: ${DEFAULT-VALUE})")
    private Path dataDirectory = Path.of(".local");

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Is written when everything is ready: the environment variables by which it is found")
    private Optional<Path> environmentFile = Optional.empty();

    @Option(
            names = "--supabase-host",
            paramLabel = "HOST",
            defaultValue = LocalStackOptions.DEFAULT_SUPABASE_HOST,
            description =
                    "The name that clients know Supabase by, the issuer of its tokens (default: ${DEFAULT-VALUE})")
    private String supabaseHost = LocalStackOptions.DEFAULT_SUPABASE_HOST;

    @Option(
            names = "--supabase-port",
            paramLabel = "PORT",
            defaultValue = "${env:SUPABASE_PORT:-54321}",
            description = "Port of Supabase (default: ${DEFAULT-VALUE})")
    private int supabasePort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "${env:POSTGRES_PORT:-54322}",
            description = "Port of PostgreSQL (default: ${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(
            names = "--postgres-runs",
            description =
                    "A PostgreSQL with a superuser supabase_admin listens on that port: it is used, and none is started")
    private boolean postgresRuns;

    @Option(
            names = "--redis-port",
            paramLabel = "PORT",
            defaultValue = "${env:REDIS_PORT:-56379}",
            description = "Port of Redis (default: ${DEFAULT-VALUE})")
    private int redisPort;

    @Option(
            names = "--s3-port",
            paramLabel = "PORT",
            defaultValue = "${env:S3_PORT:-59000}",
            description = "Port of the S3 endpoint (default: ${DEFAULT-VALUE})")
    private int storagePort;

    @Option(
            names = "--mailbox-port",
            paramLabel = "PORT",
            defaultValue = "${env:MAILBOX_PORT:-54324}",
            description = "Port of the page that shows the mails (default: ${DEFAULT-VALUE})")
    private int mailboxPort;

    @Option(
            names = "--site-url",
            paramLabel = "URL",
            split = ",",
            defaultValue = "${env:FRONTEND_URL:-http://localhost:3000}",
            description =
                    "Where links in mails may lead, the first if nothing else is asked for (default: ${DEFAULT-VALUE})")
    private List<URI> siteUrls = List.of();

    /**
     * Runs the program. Exit codes: 1 if something does not start, 64 for wrong usage.
     *
     * @param arguments what {@code --help} tells
     */
    public static void main(String[] arguments) {
        // Before the first logger is made: a configuration of its own, which no other program on its class path finds.
        System.setProperty("logback.configurationFile", "dev/atelier/local/logback.xml");
        CommandLine program = new CommandLine(new Main());
        program.setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            PrintWriter errors = commandLine.getErr();
            errors.println(failure.getMessage());
            Optional.ofNullable(failure.getCause()).ifPresent(cause -> errors.println("The cause: " + cause));
            return commandLine.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(program.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<EnvironmentFile> file = environmentFile.map(EnvironmentFile::new);
        file.ifPresent(EnvironmentFile::delete);
        LocalStack stack = LocalStack.start(
                new LocalStackOptions(
                        Optional.of(dataDirectory),
                        supabaseHost,
                        supabasePort,
                        postgresPort,
                        postgresRuns,
                        redisPort,
                        storagePort,
                        mailboxPort,
                        siteUrls),
                System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop local stack"));
        file.ifPresent(found -> found.write(stack.environment()));
        System.out.println("ready " + stack.auth().supabaseUrl());
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(LocalStack stack) {
        stack.close();
        System.out.println("stopped");
    }
}
