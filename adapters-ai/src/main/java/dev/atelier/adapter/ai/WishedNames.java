package dev.atelier.adapter.ai;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names that a request lists: {@code with the keys "headline" and "body"}, {@code com as seções Título, Corpo}. */
final class WishedNames {

    static final int MAX_COUNT = 12;
    static final int MAX_LENGTH = 60;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern KEYS = behind("keys?|fields?|properties|chaves?|campos?|propriedades");
    private static final Pattern HEADINGS =
            behind("headings?|headers?|sections?|se\u00e7\u00f5es|se\u00e7\u00e3o|cabe\u00e7alhos?|t\u00f3picos");
    private static final Pattern QUOTED =
            Pattern.compile("[\"`\u201c']([^\"`\u201d']{1," + MAX_LENGTH + "})[\"`\u201d']");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|;|/|\\band\\b|\\be\\b)\\s*");
    private static final int WORDS_OF_A_NAME = 4;

    private WishedNames() {}

    static List<String> ofKeys(Brief brief) {
        return named(brief, KEYS).stream()
                .filter(name -> name.matches("[\\p{L}_][\\p{L}\\p{N}_ -]*"))
                .toList();
    }

    static List<String> ofHeadings(Brief brief) {
        return named(brief, HEADINGS).stream().map(PlainText::capitalised).toList();
    }

    private static Pattern behind(String trigger) {
        return Pattern.compile(
                "\\b(?:" + trigger + ")\\b\\s*(?:named|called|chamad[ao]s)?\\s*:?\\s*([^.!?\\n]{1,400})", FLAGS);
    }

    private static List<String> named(Brief brief, Pattern trigger) {
        return brief.requests().stream()
                .flatMap(request -> trigger.matcher(request).results())
                .map(match -> names(match.group(1)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> names(String listed) {
        var quoted =
                QUOTED.matcher(listed).results().map(match -> match.group(1)).toList();
        var names = quoted.isEmpty() ? Arrays.asList(BETWEEN.split(listed)) : quoted;
        return names.stream()
                .map(String::strip)
                .takeWhile(name -> !name.isEmpty() && name.length() <= MAX_LENGTH)
                .takeWhile(name -> name.split("\\s+", -1).length <= WORDS_OF_A_NAME)
                .distinct()
                .limit(MAX_COUNT)
                .toList();
    }
}
