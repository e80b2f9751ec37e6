package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the paragraphs of all pages, page by page, as PDFBox finds them by the positions of letters. */
final class PdfPages extends PDFTextStripper {

    private final List<PdfParagraph> paragraphs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final FontSizes sizes = new FontSizes();
    private int length;

    List<PdfParagraph> paragraphs() {
        return paragraphs;
    }

    @Override
    protected void writeString(String words, List<TextPosition> letters) {
        if (beginsLine() && isOtherSize(letters)) {
            finish();
        }
        joinLines(words);
        text.append(words);
        sizes.count(letters);
    }

    private boolean beginsLine() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
    }

    /** PDFBox goes by distances alone, and headings are near to what they are above. */
    private boolean isOtherSize(List<TextPosition> letters) {
        var line = new FontSizes();
        line.count(letters);
        return FontSizes.differ(line.mostCommon(), sizes.mostCommon());
    }

    /** A word that was divided at the end of a line is one again. */
    private void joinLines(String next) {
        int end = text.length() - 1;
        if (!beginsLine()) {
            return;
        }
        boolean isDivided = end > 1
                && text.charAt(end - 1) == '-'
                && Character.isLetter(text.charAt(end - 2))
                && !next.isEmpty()
                && Character.isLowerCase(next.codePointAt(0));
        if (isDivided) {
            text.setLength(end - 1);
        } else {
            text.setCharAt(end, ' ');
        }
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        text.append('\n');
    }

    @Override
    protected void writeParagraphEnd() {
        finish();
    }

    @Override
    protected void writePageEnd() {
        finish();
    }

    private void finish() {
        var words = text.toString().strip();
        text.setLength(0);
        if (!words.isEmpty()) {
            length += words.length();
            if (length > TextExtractor.TEXT_MAX) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
            paragraphs.add(new PdfParagraph(words, sizes.mostCommon(), getCurrentPageNo()));
        }
        sizes.clear();
    }
}
