package dev.atelier.adapter.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A draft as Markdown: a title with the lead below it, then sections. */
final class MarkdownLayout {

    private static final int POINTS = 3;

    private MarkdownLayout() {}

    /** @param headings of the sections that are wanted; none for the usual ones */
    static Written lay(Draft draft, List<String> headings, int maxCharacters) {
        var parts = new ArrayList<String>();
        parts.add("# " + draft.title());
        if (headings.isEmpty() && !draft.isExtract()) {
            parts.add(TextLayout.paragraphs(draft.sentences()));
        } else {
            parts.add(draft.lead());
            parts.addAll(headings.isEmpty() ? usual(draft) : wanted(draft, headings));
        }
        var content = PlainText.cut(String.join("\n\n", parts), maxCharacters);
        return new Written(content, MarkdownFields.of(content));
    }

    private static List<String> usual(Draft draft) {
        var parts = new ArrayList<String>();
        var rest = draft.rest();
        if (rest.size() > 1) {
            parts.add("## " + draft.language().phrase("heading.points"));
            parts.add(rest.stream().limit(POINTS).map(point -> "- " + point).collect(Collectors.joining("\n")));
        }
        if (rest.size() > POINTS) {
            parts.add("## " + draft.language().phrase("heading.more"));
            parts.add(TextLayout.paragraphs(rest.subList(POINTS, rest.size())));
        }
        return rest.size() == 1 ? rest : parts;
    }

    /** Every section gets its share; when there are fewer sentences than sections, some come again. */
    private static List<String> wanted(Draft draft, List<String> headings) {
        var rest = draft.rest().isEmpty() ? draft.sentences() : draft.rest();
        int share = Math.max(1, rest.size() / headings.size());
        var parts = new ArrayList<String>();
        for (int i = 0; i < headings.size(); i++) {
            int from = i * share % rest.size();
            int to = i == headings.size() - 1 ? rest.size() : Math.min(rest.size(), from + share);
            parts.add("## " + headings.get(i));
            parts.add(TextLayout.paragraphs(rest.subList(from, to)));
        }
        return parts;
    }
}
