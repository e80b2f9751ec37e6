package dev.atelier.adapter.ai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say, before it has a form.
 *
 * @param title a few words
 * @param sentences in the order in which they are read, the most relevant one first; at least one
 * @param keywords the words that tell most, as they are written
 * @param isExtract whether the sentences are somebody's, and not our own about there being none
 */
record Draft(String title, List<String> sentences, List<String> keywords, Language language, boolean isExtract) {

    private static final int TITLE_MAX = 70;
    private static final int KEYWORDS = 6;
    private static final int SENTENCES_ALL_KEPT = 3;

    Draft {
        sentences = List.copyOf(sentences);
        keywords = List.copyOf(keywords);
    }

    static Draft of(Brief brief) {
        var length = WishedLength.in(brief.requests());
        return brief.material().isEmpty() ? fromNothing(brief, length) : fromMaterial(brief, length);
    }

    String lead() {
        return sentences.getFirst();
    }

    /** What follows the lead. */
    List<String> rest() {
        return sentences.subList(1, sentences.size());
    }

    private static Draft fromMaterial(Brief brief, WishedLength length) {
        int limit = Math.min(length.sentences(), share(brief.material().size()));
        var relevant = Extract.of(brief.material(), brief.terms(), limit);
        var fitting = length.fit(relevant);
        var sentences = new ArrayList<>(fitting.subList(1, fitting.size()));
        sentences.sort(Comparator.comparingInt(brief.material()::indexOf));
        sentences.addFirst(fitting.getFirst());
        var title = Optional.of(brief.topic()).filter(topic -> !topic.isEmpty()).orElse(relevant.getFirst());
        return new Draft(
                PlainText.cut(PlainText.capitalised(title.replaceAll("[.:;,]+$", "")), TITLE_MAX),
                sentences.stream().map(PlainText::sentence).toList(),
                keywords(relevant),
                brief.language(),
                true);
    }

    /** Of a short text the larger part, or there would be no choice. */
    private static int share(int sentences) {
        return Math.max(Math.min(sentences, SENTENCES_ALL_KEPT), Math.ceilDiv(sentences * 2, 3));
    }

    /** Says what it is, and what it knows: the words of the request. */
    private static Draft fromNothing(Brief brief, WishedLength length) {
        var language = brief.language();
        var named = keywords(List.of(brief.topic(), String.join("\n", brief.requests())));
        var topic = brief.topic().isEmpty() ? language.list(named) : brief.topic();
        var title = topic.isEmpty() ? language.phrase("title.none") : PlainText.capitalised(topic);
        var sentences = new ArrayList<String>();
        if (length.isOneLine() && !topic.isEmpty()) {
            sentences.add(language.phrase("title.draft", title));
        } else {
            sentences.add(topic.isEmpty() ? language.phrase("draft.none") : language.phrase("draft.subject", topic));
            sentences.add(language.phrase("draft.honest"));
            if (!named.isEmpty()) {
                sentences.add(language.phrase("draft.terms", language.list(named)));
            }
            sentences.add(language.phrase("draft.advice"));
        }
        return new Draft(PlainText.cut(title, TITLE_MAX), length.fit(sentences), named, language, false);
    }

    private static List<String> keywords(List<String> texts) {
        var written = new LinkedHashMap<String, String>();
        for (var text : texts) {
            Words.in(text).forEach(word -> written.putIfAbsent(Words.stem(word), word));
        }
        return new TermWeights(texts.stream().map(Draft::keyTerms).toList())
                .strongest(KEYWORDS).stream()
                        .map(term -> written.getOrDefault(term, term))
                        .toList();
    }

    private static List<String> keyTerms(String text) {
        return Terms.ofRequest(text).stream()
                .filter(term -> term.codePoints().anyMatch(Character::isLetter))
                .toList();
    }
}
