package dev.atelier.adapter.text;

import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFSDTCell;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Finds the blocks of a document of Word: its body, with footnotes where they are referred to. */
final class DocxBlocks {

    /** What styles are called inside of files, whatever the language they are shown in. */
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

    private static final String TITLE = "title";
    private static final int INDENT_MAX = 10;

    private final XWPFDocument document;
    private final Manuscript manuscript;
    private final StringBuilder list = new StringBuilder();

    DocxBlocks(XWPFDocument document, Manuscript manuscript) {
        this.document = document;
        this.manuscript = manuscript;
    }

    void read() {
        for (IBodyElement element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> add(Body.TABLE, rows(table));
                case XWPFSDT control -> add(Body.PARAGRAPH, control.getContent().getText());
                default -> {} // nothing to read
            }
        }
        finishList();
    }

    private void paragraph(XWPFParagraph paragraph) {
        var heading = heading(paragraph);
        if (heading.isPresent()) {
            add(heading.get(), paragraph.getText());
        } else if (paragraph.getNumID() != null) {
            list.append("  ".repeat(level(paragraph)))
                    .append("- ")
                    .append(inOneLine(paragraph.getText()))
                    .append('\n');
        } else {
            add(Body.PARAGRAPH, paragraph.getText());
        }
    }

    private static int level(XWPFParagraph paragraph) {
        return Optional.ofNullable(paragraph.getNumIlvl())
                .map(BigInteger::intValue)
                .map(level -> Math.clamp(level, 0, INDENT_MAX))
                .orElse(0);
    }

    private Optional<Heading> heading(XWPFParagraph paragraph) {
        return Optional.ofNullable(paragraph.getStyleID())
                .flatMap(id -> Optional.ofNullable(document.getStyles()).map(styles -> styles.getStyle(id)))
                .map(XWPFStyle::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(DocxBlocks::heading);
    }

    private static Optional<Heading> heading(String style) {
        var named = HEADING.matcher(style);
        if (named.matches()) {
            return Optional.of(new Heading(Math.min(Integer.parseInt(named.group(1)), Heading.LEVEL_MAX)));
        }
        return style.equals(TITLE) ? Optional.of(new Heading(1)) : Optional.empty();
    }

    private static String rows(XWPFTable table) {
        return table.getRows().stream().map(DocxBlocks::cells).collect(Collectors.joining("\n"));
    }

    private static String cells(XWPFTableRow row) {
        List<ICell> cells = row.getTableICells();
        return cells.stream().map(DocxBlocks::text).map(DocxBlocks::inOneLine).collect(Collectors.joining(" | "));
    }

    private static String text(ICell cell) {
        return switch (cell) {
            case XWPFTableCell plain -> plain.getTextRecursively();
            case XWPFSDTCell control -> control.getContent().getText();
            default -> "";
        };
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void add(BlockKind kind, String text) {
        finishList();
        manuscript.add(kind, text);
    }

    private void finishList() {
        manuscript.add(Body.LIST, list.toString());
        list.setLength(0);
    }
}
