package dev.atelier.adapter.ai;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** A language that the offline model can tell from others, and in which it has something to say of its own. */
final class Language {

    private static final Language ENGLISH = new Language("en");
    private static final Language PORTUGUESE = new Language("pt");

    private static final int WORDS_ENOUGH = 500;

    private final Set<String> stopWords;
    private final Properties phrases;

    private Language(String code) {
        this.stopWords = Words.listed("stop-words-%s.txt".formatted(code));
        this.phrases = phrases("phrases-%s.properties".formatted(code));
    }

    /** The language of a text, told by its stop words; English when they do not tell. */
    static Language of(String text) {
        var words = Words.in(text.substring(0, Math.min(text.length(), WORDS_ENOUGH * 10))).stream()
                .limit(WORDS_ENOUGH)
                .map(Words::stem)
                .toList();
        return PORTUGUESE.countIn(words) > ENGLISH.countIn(words) ? PORTUGUESE : ENGLISH;
    }

    /** Whether a word, as {@link Words#stem} gives it, says nothing in any of the languages. */
    static boolean isStopWord(String stem) {
        return ENGLISH.stopWords.contains(stem) || PORTUGUESE.stopWords.contains(stem);
    }

    /** The phrase of that name, with {@code arguments} in the places of {@code {0}} and so on. */
    String phrase(String name, String... arguments) {
        var pattern = Objects.requireNonNull(phrases.getProperty(name), name);
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
    }

    /** {@code a, b and c}. */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var all = String.join(", ", items.subList(0, items.size() - 1));
        return "%s %s %s".formatted(all, phrase("list.and"), items.getLast());
    }

    private long countIn(List<String> words) {
        return words.stream().filter(stopWords::contains).count();
    }

    private static Properties phrases(String name) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(String.join("\n", Resource.lines(name))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return properties;
    }
}
