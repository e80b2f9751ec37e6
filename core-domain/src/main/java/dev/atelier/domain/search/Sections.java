package dev.atelier.domain.search;

import dev.atelier.domain.search.BlockKind.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sections of a text. */
final class Sections {

    private static final int REPEATED_TOKENS_MAX = Chunking.OVERLAP_TOKENS_MAX;

    private final ExtractedText extracted;
    private final Cuts cuts;
    private final HeadingPath path = new HeadingPath();
    private final List<Section> found = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private Optional<Integer> page = Optional.empty();

    Sections(ExtractedText extracted) {
        this.extracted = extracted;
        this.cuts = new Cuts(extracted.text());
    }

    List<Section> all() {
        for (var block : extracted.blocks()) {
            if (!block.page().equals(page)) {
                finish("");
                page = block.page();
            }
            switch (block.kind()) {
                case Heading(int level) -> heading(block, level);
                case BlockKind.Body.TABLE -> table(block);
                default -> pieces.addAll(cuts.of(block));
            }
        }
        finish("");
        return found;
    }

    private void heading(Block block, int level) {
        boolean belowAnother = !pieces.isEmpty()
                && pieces.getLast().kind() instanceof Heading(int above)
                && above < level
                && cuts.fit(pieces.getFirst().start(), block.end(), Chunking.OVERLAP_TOKENS_MAX);
        if (!belowAnother) {
            finish("");
        }
        path.enter(level, extracted.textOf(block));
        pieces.addAll(cuts.of(block));
    }

    private void table(Block block) {
        var rows = cuts.of(block);
        if (rows.size() == 1) {
            pieces.addAll(rows);
            return;
        }
        finish("");
        pieces.addAll(rows);
        finish(firstRow(block));
    }

    private String firstRow(Block block) {
        int end = extracted.text().indexOf('\n', block.start());
        boolean isShort = end >= 0 && end < block.end() && cuts.fit(block.start(), end + 1, REPEATED_TOKENS_MAX);
        return isShort ? extracted.text().substring(block.start(), end + 1) : "";
    }

    private void finish(String repeated) {
        if (!pieces.isEmpty()) {
            found.add(new Section(pieces, page, path.all(), repeated));
            pieces = new ArrayList<>();
        }
    }
}
