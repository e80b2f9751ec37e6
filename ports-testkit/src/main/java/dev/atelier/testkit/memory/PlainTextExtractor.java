package dev.atelier.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.TextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Reads UTF-8: blocks are divided by empty lines, and in Markdown, HTML, PDF and DOCX one of {@code #} signs and a title is a heading.
 * So tests can write documents of every type by hand: a PDF is {@value #PDF} and a DOCX {@value #DOCX} before such a text, and
 * form feeds divide the pages of a PDF.
 */
final class PlainTextExtractor implements TextExtractor {

    static final String PDF = "%PDF-";
    static final String DOCX = "PK\u0003\u0004";

    private static final Pattern GAP = Pattern.compile("\\n\\s*\\n");
    private static final Pattern PAGE_BREAK = Pattern.compile("\\f");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.*)");

    @Override
    public Extraction extract(MediaType type, InputStream file) {
        if (Thread.currentThread().isInterrupted()) {
            throw PortFailure.Retryable.unavailable(PortFailure.Service.TEXT_EXTRACTOR, "interrupted");
        }
        return switch (type) {
            case IMAGE -> new Extraction.Refused(Reason.NO_TEXT);
            case TEXT, MARKDOWN, HTML -> read(type, file, "");
            case PDF -> read(type, file, PDF);
            case DOCX -> read(type, file, DOCX);
        };
    }

    private static Extraction read(MediaType type, InputStream file, String signature) {
        var content = content(file);
        if (content.length() > TEXT_MAX) {
            return new Extraction.Refused(Reason.TOO_LARGE);
        }
        if (!content.startsWith(signature)) {
            return new Extraction.Refused(Reason.BROKEN);
        }
        var text = new ExtractedText.Builder();
        int page = 0;
        for (var part : PAGE_BREAK.split(content.substring(signature.length()), -1)) {
            page = type == MediaType.PDF ? page + 1 : 0;
            for (var block : GAP.split(part, -1)) {
                add(block.strip(), type, page, text);
            }
        }
        return text.length() == 0 ? new Extraction.Refused(Reason.NO_TEXT) : new Extraction.Extracted(text.build());
    }

    private static void add(String block, MediaType type, int page, ExtractedText.Builder text) {
        var heading = HEADING.matcher(block);
        if (type != MediaType.TEXT && heading.matches()) {
            text.add(new BlockKind.Heading(heading.group(1).length()), heading.group(2), page);
        } else {
            text.add(BlockKind.Body.PARAGRAPH, block, page);
        }
    }

    private static String content(InputStream file) {
        try {
            return new String(file.readNBytes(TEXT_MAX * 3 + 1), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
