package dev.atelier.adapter.text;

import dev.atelier.domain.search.BlockKind;
import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Finds the blocks of a page, without recursion: pages may be nested as deeply as they like. */
final class HtmlBlocks implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "svg",
            "math",
            "iframe",
            "object",
            "audio",
            "video",
            "canvas",
            "button",
            "select",
            "textarea",
            "datalist",
            "dialog");

    private final Manuscript manuscript;
    private final StringBuilder text = new StringBuilder();

    /** The element that is a block as a whole, such as a table; those inside of it are no blocks. */
    private Optional<Element> whole = Optional.empty();

    private int listDepth;

    HtmlBlocks(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    void read(Document page) {
        page.filter(this);
        finish(Body.PARAGRAPH);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        switch (node) {
            case TextNode words -> append(words.getWholeText());
            case Element element
            when UNSEEN.contains(element.normalName()) || element.hasAttr("hidden") -> {
                return FilterResult.SKIP_ENTIRELY;
            }
            case Element element -> enter(element);
            default -> {} // a comment
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        if (whole.isEmpty() && (kind(element) != Body.PARAGRAPH || element.isBlock())) {
            finish(Body.PARAGRAPH);
        }
        if (whole.isEmpty() && kind(element) != Body.PARAGRAPH) {
            whole = Optional.of(element);
        }
        switch (element.normalName()) {
            case "ul", "ol" -> listDepth++;
            case "li" -> beginItem();
            case "br" -> breakLine();
            default -> divide(element);
        }
    }

    private void beginItem() {
        if (isInside(Body.LIST)) {
            startLine();
            text.append("  ".repeat(Math.clamp(listDepth - 1L, 0, 10))).append("- ");
        } else {
            appendBlank();
        }
    }

    private void breakLine() {
        if (whole.isEmpty() || isInside(Body.CODE)) {
            text.append('\n');
        } else {
            appendBlank();
        }
    }

    private void divide(Element element) {
        if (whole.isPresent() && element.isBlock() && !isInside(Body.CODE)) {
            appendBlank();
        }
    }

    private void leave(Element element) {
        if (whole.filter(element::equals).isPresent()) {
            finish(kind(element));
            whole = Optional.empty();
        } else if (whole.isEmpty() && element.isBlock()) {
            finish(Body.PARAGRAPH);
        }
        switch (element.normalName()) {
            case "ul", "ol" -> listDepth--;
            case "td", "th" -> endCell();
            case "tr" -> endRow();
            default -> divide(element);
        }
    }

    private void endCell() {
        if (isInside(Body.TABLE)) {
            trimEnd();
            text.append(" | ");
        }
    }

    private void endRow() {
        if (isInside(Body.TABLE)) {
            trimEnd();
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '|') {
                text.setLength(text.length() - 1);
            }
            startLine();
        }
    }

    private boolean isInside(Body kind) {
        return whole.isPresent() && kind(whole.get()) == kind;
    }

    private static BlockKind kind(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                new Heading(element.normalName().charAt(1) - '0');
            case "table" -> Body.TABLE;
            case "ul", "ol" -> Body.LIST;
            case "pre" -> Body.CODE;
            default -> Body.PARAGRAPH;
        };
    }

    private void append(String words) {
        if (isInside(Body.CODE)) {
            text.append(words);
            return;
        }
        words.codePoints().forEach(character -> {
            if (Character.isWhitespace(character)) {
                appendBlank();
            } else {
                text.appendCodePoint(character);
            }
        });
    }

    private void appendBlank() {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    private void startLine() {
        trimEnd();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void trimEnd() {
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
    }

    private void finish(BlockKind kind) {
        manuscript.add(kind, text.toString());
        text.setLength(0);
    }
}
