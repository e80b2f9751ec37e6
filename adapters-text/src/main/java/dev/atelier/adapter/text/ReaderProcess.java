package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The process that reads one file: {@code MEDIA_TYPE FOLDER}. It reads the folder's file and writes its outcome there. When the process that
 * started it dies, the pipe between them breaks, and this one removes the folder and ends.
 */
final class ReaderProcess {

    private ReaderProcess() {}

    /** Read by Java alone. */
    public static void main(String[] arguments) throws IOException {
        var folder = new ScratchFolder(Path.of(arguments[1]));
        Thread.ofPlatform().daemon().start(() -> endWithParent(folder));
        Outcome.write(Reading.of(MediaType.valueOf(arguments[0]), folder.file()), folder.outcome());
        System.exit(0); // whatever threads a library has started
    }

    private static void endWithParent(ScratchFolder folder) {
        try (folder) {
            while (System.in.read() >= 0) {
                // nothing is ever said
            }
        } catch (IOException broken) {
            // as good as an end
        }
        Runtime.getRuntime().halt(1);
    }
}
