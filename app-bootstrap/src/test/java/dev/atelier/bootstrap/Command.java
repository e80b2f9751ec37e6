package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;

/** What a command has said, and how it ended. */
record Command(int exitCode, String out, String err) {

    static Command run(Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var commandLine = Commands.commandLine(environment, new PrintStream(out, true, UTF_8));
        commandLine.setErr(new PrintWriter(err, true, UTF_8));
        int exitCode = commandLine.execute(arguments);
        return new Command(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
