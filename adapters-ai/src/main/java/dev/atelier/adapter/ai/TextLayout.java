package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.List;

/** A draft as paragraphs. */
final class TextLayout {

    private static final int SENTENCES_OF_A_PARAGRAPH = 3;

    private TextLayout() {}

    static Written lay(Draft draft, int maxCharacters) {
        return new Written(PlainText.cut(paragraphs(draft.sentences()), maxCharacters), ObjectValue.EMPTY);
    }

    static String paragraphs(List<String> sentences) {
        var paragraphs = new ArrayList<String>();
        for (int start = 0; start < sentences.size(); start += SENTENCES_OF_A_PARAGRAPH) {
            int end = Math.min(sentences.size(), start + SENTENCES_OF_A_PARAGRAPH);
            paragraphs.add(String.join(" ", sentences.subList(start, end)));
        }
        return String.join("\n\n", paragraphs);
    }
}
