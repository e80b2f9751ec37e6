package dev.atelier.adapter.text;

import static dev.atelier.adapter.text.DocxSamples.item;
import static dev.atelier.adapter.text.DocxSamples.paragraph;
import static dev.atelier.adapter.text.DocxSamples.row;
import static dev.atelier.adapter.text.DocxSamples.styled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DocxFormatTest {

    private static final String PROSE = paragraph("Olá, mundo: ação e coração.");

    @Test
    void headings_lists_and_tables_are_what_they_are() throws IOException {
        var file = DocxSamples.of(styled("Titel", "Relatório")
                + styled("Ttulo1", "Ações")
                + PROSE
                + item(0, "chá")
                + item(1, "verde")
                + item(0, "café")
                + styled("Ttulo2", "Preços")
                + "<w:tbl>" + row("nome", "preço") + row("chá", "3") + "</w:tbl>");

        assertEquals("""
                H1: Relatório
                H1: Ações
                PARAGRAPH: Olá, mundo: ação e coração.
                LIST: - chá\\n  - verde\\n- café
                H2: Preços
                TABLE: nome | preço\\nchá | 3
                """, TestFiles.shown(TestFiles.text(MediaType.DOCX, file)));
    }

    @Test
    void a_password_is_needed() throws IOException {
        var file = DocxSamples.encrypted(DocxSamples.of(PROSE), "secret");

        assertEquals(refused(Reason.ENCRYPTED), TestFiles.read(MediaType.DOCX, file));
    }

    @Test
    void other_archives_and_halves_of_documents_are_broken() throws IOException {
        var file = DocxSamples.of(PROSE);

        assertEquals(refused(Reason.BROKEN), TestFiles.read(MediaType.DOCX, Arrays.copyOf(file, file.length / 2)));
        assertEquals(refused(Reason.BROKEN), TestFiles.read(MediaType.DOCX, DocxSamples.of("<w:p>")));
        assertEquals(refused(Reason.BROKEN), TestFiles.read(MediaType.DOCX, Arrays.copyOf(file, 0)));
    }

    @Test
    void a_document_without_words_has_no_text() throws IOException {
        assertEquals(refused(Reason.NO_TEXT), TestFiles.read(MediaType.DOCX, DocxSamples.of("<w:p/>")));
    }

    @Test
    void an_archive_that_becomes_huge_is_not_unpacked_whatever_it_holds() throws IOException {
        var mebibyte = new byte[1024 * 1024];
        for (var name : new String[] {"word/numbering.xml", "word/media/picture.bin"}) {
            var bomb = DocxSamples.of(PROSE, mebibyte, name, 600);

            assertEquals(refused(Reason.TOO_LARGE), TestFiles.read(MediaType.DOCX, bomb), name);
        }
    }

    @Test
    void a_large_picture_is_no_bomb() throws IOException {
        var file = DocxSamples.of(PROSE, new byte[1024 * 1024], "word/media/picture.bin", 100);

        assertEquals(
                "Olá, mundo: ação e coração.",
                TestFiles.text(MediaType.DOCX, file).text());
    }

    @Test
    void entities_are_not_expanded() throws IOException {
        var file = DocxSamples.of("<!DOCTYPE w:p [<!ENTITY a \"aaaa\">]>" + paragraph("&a;"));

        assertEquals(refused(Reason.BROKEN), TestFiles.read(MediaType.DOCX, file));
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }
}
