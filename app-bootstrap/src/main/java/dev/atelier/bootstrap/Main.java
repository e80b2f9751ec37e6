package dev.atelier.bootstrap;

/** The program. */
public final class Main {

    private Main() {}

    /**
     * Runs a command; {@code help} tells which there are.
     *
     * @param arguments the command
     */
    public static void main(String[] arguments) {
        Logging.configure(new Environment(System.getenv()));
        int exitCode = Commands.commandLine(System.getenv(), System.out).execute(arguments);
        Logging.flush();
        System.exit(exitCode);
    }
}
