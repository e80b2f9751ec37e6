package dev.atelier.adapter.text;

import dev.atelier.domain.search.BlockKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Plain text: empty lines divide paragraphs. */
final class TextFormat implements Format {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\u2028|\\u0085");
    private static final Pattern GAP = Pattern.compile("\\n[ \\t]*\\n|\\f|\\u2029");

    @Override
    public void read(Path file, Manuscript manuscript) throws IOException {
        var text = LINE_BREAK.matcher(TextBytes.decode(TextBytes.of(file))).replaceAll("\n");
        var gaps = GAP.matcher(text);
        int start = 0;
        while (gaps.find()) {
            manuscript.add(BlockKind.Body.PARAGRAPH, text.substring(start, gaps.start()));
            start = gaps.end();
        }
        manuscript.add(BlockKind.Body.PARAGRAPH, text.substring(start));
    }
}
