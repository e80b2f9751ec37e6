package dev.atelier.adapter.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.adapter.text.PdfSamples.Line;
import dev.atelier.domain.document.MediaType;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PdfFormatTest {

    @Test
    void headings_are_larger_and_paragraphs_are_on_their_pages() throws IOException {
        var file = PdfSamples.of(List.of(
                List.of(
                        new Line("Relatório", 24, 780),
                        new Line("Ações", 16, 740),
                        new Line("A situação é boa; a infor-", 10, 720),
                        new Line("mação é pública.", 10, 708),
                        new Line("Outro parágrafo.", 10, 660)),
                List.of(new Line("Conclusões", 16, 780), new Line("Não há.", 10, 760))));

        assertEquals("""
                1 H1: Relatório
                1 H2: Ações
                1 PARAGRAPH: A situação é boa; a informação é pública.
                1 PARAGRAPH: Outro parágrafo.
                2 H2: Conclusões
                2 PARAGRAPH: Não há.
                """, shown(file));
    }

    @Test
    void every_page_of_a_book_is_there_and_knows_its_number() throws IOException {
        var text = TestFiles.text(MediaType.PDF, PdfSamples.book(30));

        for (int page = 1; page <= 30; page++) {
            int at = text.text().indexOf("A ação da página %d, linha 39: não há chá.".formatted(page));
            int number = page;
            assertTrue(at >= 0, () -> "page " + number);
            assertEquals(
                    List.of(Optional.of(page)),
                    text.blocks().stream()
                            .filter(block -> block.start() <= at && at < block.end())
                            .map(block -> block.page())
                            .toList());
        }
    }

    @Test
    void a_password_is_needed_or_not() throws IOException {
        assertEquals(refused(Reason.ENCRYPTED), TestFiles.read(MediaType.PDF, PdfSamples.encrypted("secret")));
        assertTrue(shown(PdfSamples.encrypted("")).contains("não há chá"));
    }

    @Test
    void pages_without_text_have_none() throws IOException {
        assertEquals(refused(Reason.NO_TEXT), TestFiles.read(MediaType.PDF, PdfSamples.of(List.of(List.of()))));
    }

    @Test
    void there_may_be_too_many_pages() throws IOException {
        var pages = Collections.<List<Line>>nCopies(TextExtractor.PAGES_MAX + 1, List.of());

        assertEquals(refused(Reason.TOO_MANY_PAGES), TestFiles.read(MediaType.PDF, PdfSamples.of(pages)));
    }

    @Test
    void a_truncated_file_ends_in_some_outcome() throws IOException {
        var file = PdfSamples.book(3);
        for (int part = 1; part < 20; part++) {
            TestFiles.read(MediaType.PDF, Arrays.copyOf(file, file.length * part / 20));
        }
        assertEquals(refused(Reason.BROKEN), TestFiles.read(MediaType.PDF, Arrays.copyOf(file, 500)));
    }

    @Test
    void a_tree_of_pages_that_bites_its_tail_has_an_end() throws IOException {
        for (var kids : List.of("2 0 R", "3 0 R 2 0 R", "3 0 R 3 0 R", "9 0 R")) {
            var outcome = TestFiles.read(
                    MediaType.PDF,
                    PdfSamples.raw(
                            "<</Type/Catalog/Pages 2 0 R>>",
                            "<</Type/Pages/Kids[%s]/Count 2>>".formatted(kids),
                            "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"));

            assertTrue(outcome instanceof Refused, kids);
        }
    }

    private static String shown(byte[] file) throws IOException {
        return TestFiles.shown(TestFiles.text(MediaType.PDF, file));
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }
}
