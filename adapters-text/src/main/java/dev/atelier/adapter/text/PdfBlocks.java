package dev.atelier.adapter.text;

import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.util.Comparator;
import java.util.List;

/**
 * Tells headings from paragraphs, of which PDF mostly says nothing: a heading is short, and its letters are a sixth larger
 * than most of the document's. The largest size is level 1, the next 2, and so on.
 */
final class PdfBlocks {

    private static final int HEADING_MAX = 200;

    private final List<PdfParagraph> paragraphs;
    private final int body;
    private final List<Integer> headingSizes;

    PdfBlocks(List<PdfParagraph> paragraphs) {
        this.paragraphs = paragraphs;
        var sizes = new FontSizes();
        paragraphs.forEach(paragraph ->
                sizes.count(paragraph.halfPoints(), paragraph.text().length()));
        body = sizes.mostCommon();
        headingSizes = paragraphs.stream()
                .filter(this::isHeading)
                .map(PdfParagraph::halfPoints)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    void addTo(Manuscript manuscript) {
        for (var paragraph : paragraphs) {
            manuscript.add(kind(paragraph), paragraph.text(), paragraph.page());
        }
    }

    private BlockKind kind(PdfParagraph paragraph) {
        return isHeading(paragraph)
                ? new Heading(Math.min(headingSizes.indexOf(paragraph.halfPoints()) + 1, Heading.LEVEL_MAX))
                : Body.PARAGRAPH;
    }

    private boolean isHeading(PdfParagraph paragraph) {
        return paragraph.halfPoints() > body
                && FontSizes.differ(paragraph.halfPoints(), body)
                && paragraph.text().length() <= HEADING_MAX;
    }
}
