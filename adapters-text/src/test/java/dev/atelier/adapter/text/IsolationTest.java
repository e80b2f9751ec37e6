package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the other process is for, and that nothing of it remains. */
@Timeout(120)
class IsolationTest {

    private static final byte[] BOOK = PdfSamples.book(20);

    /** Each of 50 levels draws the next one twice; no library notices. */
    private static final byte[] DRAWS_ITSELF = PdfSamples.raw(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 12>>stream\n"
                    + "/X Do /X Do \nendstream");

    private final Set<Path> foldersBefore = folders();

    @AfterEach
    void no_file_remains() {
        assertEquals(foldersBefore, folders());
    }

    @AfterEach
    void no_process_remains() {
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(IsolationTest::reads)
                        .count());
    }

    @Test
    void the_text_of_the_other_process_is_what_it_would_be_here() throws IOException {
        var text = assertInstanceOf(Extracted.class, read(TextSettings.DEFAULT, MediaType.PDF, BOOK));

        assertEquals(TestFiles.read(MediaType.PDF, BOOK), text);
        assertEquals(20, text.text().blocks().getLast().page().orElseThrow());
    }

    @Test
    void a_large_page_is_read_elsewhere_as_a_small_one_is_here() {
        var small = "<h1>Ação</h1><ul><li>chá</ul><table><tr><td>a<td>b</table>";
        var large = small + " ".repeat(100_000);

        assertEquals(
                read(TextSettings.DEFAULT, MediaType.HTML, small.getBytes(UTF_8)),
                read(TextSettings.DEFAULT, MediaType.HTML, large.getBytes(UTF_8)));
    }

    @Test
    void a_file_that_takes_too_long_is_given_up() {
        var hasty = new TextSettings(Duration.ofSeconds(4), 64, 1);

        assertEquals(new Refused(Reason.TOO_SLOW), read(hasty, MediaType.PDF, DRAWS_ITSELF));
    }

    @Test
    void the_other_process_ends_and_cleans_up_when_this_one_dies() throws Exception {
        var folder = ScratchFolder.create();
        Files.write(folder.file(), DRAWS_ITSELF);
        var reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReaderProcess.class.getName(),
                        MediaType.PDF.name(),
                        folder.path().toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertFalse(reader.waitFor(2, TimeUnit.SECONDS), "it reads");

            reader.getOutputStream().close(); // as the system does for who dies

            assertTrue(reader.waitFor(30, TimeUnit.SECONDS), "it ends");
            assertFalse(Files.exists(folder.path()));
        } finally {
            reader.destroyForcibly();
            folder.close();
        }
    }

    @Test
    void a_file_that_takes_too_much_memory_is_given_up() {
        var poor = new TextSettings(Duration.ofMinutes(1), 16, 1);
        var large = DocxSamples.of(DocxSamples.paragraph("Olá").repeat(300_000));

        assertEquals(new Refused(Reason.TOO_LARGE), read(poor, MediaType.DOCX, large));
    }

    @Test
    void an_interrupt_ends_the_other_process() throws Exception {
        var patient = TextAdapter.extractor(TextSettings.DEFAULT);
        var failure = new CompletableFuture<PortFailure>();
        var reading = Thread.ofPlatform()
                .start(() -> failure.complete(assertThrows(
                        PortFailure.Retryable.class,
                        () -> patient.extract(MediaType.PDF, new ByteArrayInputStream(PdfSamples.book(60))))));
        while (ProcessHandle.current().children().noneMatch(IsolationTest::reads)) {
            Thread.onSpinWait();
        }

        reading.interrupt();
        reading.join();

        assertEquals(PortFailure.Service.TEXT_EXTRACTOR, failure.get().service());
    }

    @Test
    void no_bounds_are_too_small_to_begin() {
        assertThrows(IllegalArgumentException.class, () -> new TextSettings(Duration.ZERO, 64, 1));
        assertThrows(IllegalArgumentException.class, () -> new TextSettings(Duration.ofSeconds(1), 15, 1));
        assertThrows(IllegalArgumentException.class, () -> new TextSettings(Duration.ofSeconds(1), 64, 0));
    }

    private static Extraction read(TextSettings settings, MediaType type, byte[] file) {
        TextExtractor extractor = TextAdapter.extractor(settings);
        return extractor.extract(type, new ByteArrayInputStream(file));
    }

    private static boolean reads(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(ReaderProcess.class.getName()::equals);
    }

    private static Set<Path> folders() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(
                                    "atelier-text-" + ProcessHandle.current().pid()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
