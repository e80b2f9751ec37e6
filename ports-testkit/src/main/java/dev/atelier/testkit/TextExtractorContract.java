package dev.atelier.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.Block;
import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link TextExtractor}. What each format holds, and hostile files, are for the adapters. */
@Timeout(120)
public abstract class TextExtractorContract {

    /** The extractor under test. */
    protected abstract TextExtractor extractor();

    @Test
    void aTextIsItsParagraphs() {
        var text = text(MediaType.TEXT, "Olá, mundo.\nÀ noite.\n\n\n  Ação! 🎨\n");

        assertEquals("Olá, mundo.\nÀ noite.\n\nAção! 🎨", text.text());
        assertEquals(List.of(Body.PARAGRAPH, Body.PARAGRAPH), kinds(text));
        assertTrue(text.blocks().stream().allMatch(block -> block.page().isEmpty()));
    }

    @Test
    void markdownHasHeadings() {
        var text = text(MediaType.MARKDOWN, "# Tea\n\nIt is hot.\n\n## Green\n\nIt is green.\n");

        assertEquals("Tea\n\nIt is hot.\n\nGreen\n\nIt is green.", text.text());
        assertEquals(List.of(new Heading(1), Body.PARAGRAPH, new Heading(2), Body.PARAGRAPH), kinds(text));
    }

    @Test
    void theSameBytesHaveTheSameText() {
        assertEquals(text(MediaType.TEXT, "Tea.\n\nCake."), text(MediaType.TEXT, "Tea.\n\nCake."));
    }

    @Test
    void whatADatabaseDoesNotTakeIsNotInATextWhateverTheFileHolds() {
        assertEquals(
                "Tea is hot, and green.",
                text(MediaType.TEXT, "Tea is hot,\0 and green.").text());
    }

    @Test
    void whatHasNoTextSaysSo() {
        for (var type : List.of(MediaType.TEXT, MediaType.MARKDOWN, MediaType.HTML)) {
            assertEquals(new Refused(Reason.NO_TEXT), extract(type, stream("")));
            assertEquals(new Refused(Reason.NO_TEXT), extract(type, stream(" \n\t\n")));
        }
        assertEquals(new Refused(Reason.NO_TEXT), extract(MediaType.IMAGE, stream("anything")));
    }

    @Test
    void whatIsNotOfItsTypeIsBroken() {
        assertEquals(new Refused(Reason.BROKEN), extract(MediaType.PDF, stream("no PDF at all")));
        assertEquals(new Refused(Reason.BROKEN), extract(MediaType.DOCX, stream("no document either")));
        assertEquals(new Refused(Reason.BROKEN), extract(MediaType.PDF, stream("")));
    }

    @Test
    void aTextIsAsLongAsItMayBeAndNoLonger() {
        var longest = "tea ".repeat(TextExtractor.TEXT_MAX / 4 - 1) + "tea!";

        assertEquals(longest, text(MediaType.TEXT, longest).text());
        assertEquals(new Refused(Reason.TOO_LARGE), extract(MediaType.TEXT, stream(longest + "!")));
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() {
        var file = new GeneratedBytes(10 * TextExtractor.FILE_MAX_BYTES);

        for (var type : List.of(MediaType.TEXT, MediaType.PDF)) {
            assertEquals(new Refused(Reason.TOO_LARGE), extract(type, file));
        }
        assertFalse(file.isClosed());
    }

    @Test
    void theFileIsNotClosed() {
        var file = new GeneratedBytes(10);
        extract(MediaType.TEXT, file);

        assertFalse(file.isClosed());
    }

    @Test
    void whenTheFileCannotBeReadItSaysSo() {
        var cause = new IOException("gone");
        var broken = new SequenceInputStream(stream("a beginning"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw cause;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw cause;
            }
        });

        var failure = assertThrows(UncheckedIOException.class, () -> extract(MediaType.PDF, broken));
        assertSame(cause, failure.getCause());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(PortFailure.Retryable.class, () -> extract(MediaType.PDF, stream("%PDF-1.7")));
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void manyCanAskAtOnce() {
        var outcomes = Concurrently.all(8, () -> text(MediaType.TEXT, "Tea.").text());

        assertEquals(Collections.nCopies(8, "Tea."), outcomes);
    }

    @Test
    void everyReasonIsASentence() {
        Stream.of(Reason.values())
                .map(Reason::sentence)
                .forEach(sentence -> assertTrue(sentence.matches("[A-Z].{20,150}\\."), sentence));
    }

    private ExtractedText text(MediaType type, String content) {
        return assertInstanceOf(Extracted.class, extract(type, stream(content))).text();
    }

    private Extraction extract(MediaType type, InputStream file) {
        return extractor().extract(type, file);
    }

    private static List<Object> kinds(ExtractedText text) {
        return text.blocks().stream().<Object>map(Block::kind).toList();
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
