package dev.atelier.adapter.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/** Markdown (CommonMark with GitHub's tables): what a reader sees of it is that of the page it makes. */
final class MarkdownFormat implements Format {

    /** Lists in quotes in lists: nobody writes more. */
    private static final int DEPTH_MAX = 100;

    @Override
    public void read(Path file, Manuscript manuscript) throws IOException {
        var extensions = List.of(TablesExtension.create());
        var parser = Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(DEPTH_MAX)
                .build();
        var renderer = HtmlRenderer.builder().extensions(extensions).build();
        var page = renderer.render(parser.parse(TextBytes.decode(TextBytes.of(file))));
        new HtmlBlocks(manuscript).read(Jsoup.parse(page));
    }
}
