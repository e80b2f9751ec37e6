package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML, in the encoding that it names. */
final class HtmlFormat implements Format {

    @Override
    public void read(Path file, Manuscript manuscript) throws IOException {
        new HtmlBlocks(manuscript).read(document(TextBytes.of(file)));
    }

    private static Document document(byte[] bytes) throws IOException {
        var named = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        return named.charset().equals(UTF_8) && !TextBytes.isUtf8(bytes)
                ? Jsoup.parse(TextBytes.decode(bytes)) // it names none
                : named;
    }
}
