package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Has a file read by a Java of its own, in bounded memory and time. What that prints is not looked at: it may hold text of the file. */
final class JavaProcess {

    /** What Java says when it ends for want of memory ({@code -XX:+ExitOnOutOfMemoryError}). */
    private static final int OUT_OF_MEMORY = 3;

    /** How Java spells the names of files. */
    private static final Set<String> LANGUAGE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

    private final TextSettings settings;

    JavaProcess(TextSettings settings) {
        this.settings = settings;
    }

    /**
     * Waits for the outcome.
     *
     * @throws InterruptedException when the thread was interrupted; the process is gone
     * @throws PortFailure.Retryable when there is no outcome, which is not the file's fault
     */
    Extraction read(MediaType type, ScratchFolder folder) throws IOException, InterruptedException {
        var process = start(type, folder);
        try (var ignored = process.getOutputStream()) { // while it is open, this process lives
            if (!process.waitFor(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Extraction.Refused(Reason.TOO_SLOW);
            }
        } finally {
            process.destroyForcibly().onExit().join(); // it is gone before its folder goes
        }
        return switch (process.exitValue()) {
            case 0 -> Outcome.read(folder.outcome());
            case OUT_OF_MEMORY -> new Extraction.Refused(Reason.TOO_LARGE);
            default ->
                throw PortFailure.Retryable.unavailable(
                        Service.TEXT_EXTRACTOR, "the process that reads has ended with " + process.exitValue());
        };
    }

    private Process start(MediaType type, ScratchFolder folder) throws IOException {
        var builder = new ProcessBuilder(command(type, folder))
                .directory(folder.path().toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(LANGUAGE); // a file that takes the process over finds no key in it
        return builder.start();
    }

    private List<String> command(MediaType type, ScratchFolder folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMebibytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.io.tmpdir=" + folder.path(),
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                ClassPath.ABSOLUTE,
                ReaderProcess.class.getName(),
                type.name(),
                folder.path().toString());
    }
}
