package dev.atelier.adapter.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How much a request wants to read.
 *
 * @param words at the most
 */
record WishedLength(int sentences, int words) {

    private static final WishedLength USUAL = new WishedLength(7, 400);
    private static final WishedLength ONE_LINE = new WishedLength(1, 12);
    private static final int SENTENCES_MAX = 60;
    private static final int WORDS_OF_A_SENTENCE = 12;
    private static final int SENTENCES_OF_A_PARAGRAPH = 3;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WORDS = counted("words?|palavras?");
    private static final Pattern SENTENCES = counted("sentences?|frases?");
    private static final Pattern PARAGRAPHS = counted("paragraphs?|par\u00e1grafos?");
    private static final Pattern LINE = Pattern.compile(
            "^(?:\\S+\\s+){1,4}(?:headline|title|slogan|tagline|subject line|manchete|t\u00edtulo|chamada)\\b", FLAGS);

    static WishedLength in(List<String> requests) {
        var text = String.join("\n", requests);
        var words = number(WORDS, text);
        if (words.isPresent()) {
            return sentences(Math.ceilDiv(words.getAsInt(), WORDS_OF_A_SENTENCE), words.getAsInt());
        }
        var sentences = number(SENTENCES, text);
        if (sentences.isPresent()) {
            return sentences(sentences.getAsInt(), Integer.MAX_VALUE);
        }
        var paragraphs = number(PARAGRAPHS, text);
        if (paragraphs.isPresent()) {
            return sentences(paragraphs.getAsInt() * SENTENCES_OF_A_PARAGRAPH, Integer.MAX_VALUE);
        }
        return requests.stream().anyMatch(request -> LINE.matcher(request).find()) ? ONE_LINE : USUAL;
    }

    boolean isOneLine() {
        return equals(ONE_LINE);
    }

    /** The first of these sentences, up to the number of words; of the first one at least its beginning. */
    List<String> fit(List<String> chosen) {
        var fitting = new ArrayList<String>();
        int left = words;
        for (var sentence : chosen) {
            int length = sentence.split(" ", -1).length;
            if (length <= left) {
                fitting.add(sentence);
                left -= length;
            }
        }
        if (fitting.isEmpty() && !chosen.isEmpty()) {
            fitting.add(beginning(chosen.getFirst()));
        }
        return fitting;
    }

    private String beginning(String sentence) {
        var beginning = List.of(sentence.split(" ", -1)).subList(0, words);
        return String.join(" ", beginning).replaceAll("[,;:.]+$", "") + "\u2026";
    }

    private static WishedLength sentences(int count, int words) {
        return new WishedLength(Math.clamp(count, 1, SENTENCES_MAX), words);
    }

    private static Pattern counted(String unit) {
        return Pattern.compile("\\b([1-9]\\d{0,3})[ -](?:" + unit + ")\\b", FLAGS);
    }

    private static OptionalInt number(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
