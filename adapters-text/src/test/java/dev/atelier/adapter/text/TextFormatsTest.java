package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.BlockKind.Heading;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain text, HTML and Markdown. */
@Timeout(60)
class TextFormatsTest {

    private static final String WORDS = "Situação: “ótima” – não há chá, só café.";

    @Test
    void text_is_read_in_the_encoding_that_it_has() throws IOException {
        assertEquals(WORDS, read(WORDS.getBytes(UTF_8)));
        assertEquals(WORDS, read(("\uFEFF" + WORDS).getBytes(UTF_8)));
        assertEquals(WORDS, read(("\uFEFF" + WORDS).getBytes(UTF_16LE)));
        assertEquals(WORDS, read(("\uFEFF" + WORDS).getBytes(UTF_16BE)));
        assertEquals(WORDS, read(WORDS.getBytes(Charset.forName("windows-1252"))));
        assertEquals("ação", read("ação".getBytes(ISO_8859_1)));
    }

    private static String read(byte[] bytes) throws IOException {
        return TestFiles.text(MediaType.TEXT, bytes).text();
    }

    @Test
    void lines_of_every_system_divide_paragraphs() throws IOException {
        assertEquals("a\nb\n\nc\n\nd", read("a\r\nb\r\n \r\nc\r\rd".getBytes(UTF_8)));
    }

    @Test
    void random_bytes_are_no_text() throws IOException {
        var bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);

        assertEquals(new Refused(Reason.BROKEN), TestFiles.read(MediaType.TEXT, bytes));
    }

    @Test
    void html_is_what_a_reader_sees_of_it() throws IOException {
        assertEquals("""
                H1: Relatório anual
                PARAGRAPH: Olá, mundo!
                PARAGRAPH: Duas\\nlinhas
                PARAGRAPH: solto
                LIST: - chá\\n  - verde\\n- café & leite
                TABLE: nome | preço\\nchá verde | 3
                CODE: if (a) {\\n    b();\\n}
                H2: Fim
                """, shown(MediaType.HTML, """
                        <html><head><title>T</title><style>p {}</style></head><body>
                        <nav><a href="/">Início</a></nav><script>alert(1)</script>
                        <h1>Relatório <em>anual</em></h1>
                        <div><p>Olá,
                           <b>mundo</b>!<p>Duas<br>linhas</div>solto
                        <ul><li>chá<ul><li>verde</ul><li><p>café &amp; leite</p></ul>
                        <table><thead><tr><th>nome<th>preço</thead><tr><td><p>chá</p><p>verde</p><td>3</table>
                        <pre>if (a) {\n    b();\n}</pre><p hidden>escondido</p><!-- nada -->
                        <h2>Fim</h2></body></html>
                        """));
    }

    @Test
    void html_is_read_in_the_encoding_that_it_names_or_has() throws IOException {
        var named = "<meta charset=iso-8859-2><p>zażółć";
        var unnamed = "<p>ação";

        assertEquals(
                "zażółć",
                TestFiles.text(MediaType.HTML, named.getBytes(Charset.forName("ISO-8859-2")))
                        .text());
        assertEquals(
                "ação",
                TestFiles.text(MediaType.HTML, unnamed.getBytes(ISO_8859_1)).text());
        assertEquals(
                "ação", TestFiles.text(MediaType.HTML, unnamed.getBytes(UTF_8)).text());
    }

    @Test
    void markdown_is_what_a_reader_sees_of_it() throws IOException {
        assertEquals("""
                H1: Relatório
                PARAGRAPH: Olá, mundo com um link.
                LIST: - chá\\n  - verde\\n- café
                TABLE: nome | preço\\nchá | 3
                CODE: código:\\n    fim
                PARAGRAPH: uma citação
                """, shown(MediaType.MARKDOWN, """
                        Relatório
                        =========

                        Olá, *mundo* com
                        um [link](http://example.com).

                        - chá
                          - verde
                        - café

                        | nome | preço |
                        |------|-------|
                        | chá  | 3     |

                        ```yaml
                        código:
                            fim
                        ```

                        > uma citação
                        """));
    }

    @Test
    void pages_may_be_nested_as_deeply_as_they_like() throws IOException {
        for (var element : List.of("div", "b", "ul><li", "table><tr><td", "blockquote", "span", "h1", "pre", "svg")) {
            var deep = ("<" + element + ">").repeat(100_000) + "chá";

            TestFiles.read(MediaType.HTML, deep.getBytes(UTF_8));
        }
        assertEquals(
                "chá",
                TestFiles.text(MediaType.HTML, ("<div>".repeat(100_000) + "chá").getBytes(UTF_8))
                        .text());
    }

    @Test
    void so_may_markdown() throws IOException {
        for (var sign : List.of("> ", "- ", "[", "![", "*a **b ", "`", "<b>", "1. ", "\t", "[a](", "<", "&", "|")) {
            TestFiles.read(MediaType.MARKDOWN, (sign.repeat(50_000) + "chá").getBytes(UTF_8));
        }
    }

    @Test
    void a_heading_that_is_a_link_in_a_table_is_a_cell() throws IOException {
        var text =
                TestFiles.text(MediaType.HTML, "<table><tr><td><h2>a</h2></td><td>b</td></tr></table>".getBytes(UTF_8));

        assertEquals("a | b", text.text());
        assertEquals(
                0,
                text.blocks().stream()
                        .filter(block -> block.kind() instanceof Heading)
                        .count());
    }

    private static String shown(MediaType type, String content) throws IOException {
        return TestFiles.shown(TestFiles.text(type, content.getBytes(UTF_8)));
    }
}
