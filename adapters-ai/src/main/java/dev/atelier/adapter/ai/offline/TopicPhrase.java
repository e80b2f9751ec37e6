package dev.atelier.adapter.ai.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words in which a request names its subject: {@code Write an ad about [a coffee house] in a warm tone.} */
final class TopicPhrase {

    private static final int MAX_WORDS = 10;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What the subject follows, the surest first. */
    private static final List<Pattern> BEFORE = List.of(
            Pattern.compile(
                    "\\b(?:about|regarding|concerning|on the (?:topic|subject) of|sobre|acerca d[aeo]s?"
                            + "|a respeito d[aeo]s?|em torno d[aeo]s?)\\s+",
                    FLAGS),
            Pattern.compile("\\b(?:for|announcing|of|on|para|anunciando|d[aeo]s?)\\s+", FLAGS));

    /** What ends it. */
    private static final Pattern BEHIND = Pattern.compile(
            "[.!?;:()\\[\\]\\n]|,(?=\\s|$)|\\s[-\u2013\u2014]\\s|\\s(?:using|based on|in an? |in the (?:tone|style|voice)|in (?:at most|about|no more|\\d+)"
                    + "|with (?:an? |the (?:keys|headings|sections)|keys|headings|sections|at most)|in (?:english|portuguese|markdown|json)|as (?:json|markdown|an? )"
                    + "|that (?:is|are|has|will)|which|from the|usando|utilizando|com base|em (?:tom|at\u00e9|no m\u00e1ximo|portugu\u00eas|ingl\u00eas|markdown|json|formato|\\d+)"
                    + "|com (?:as chaves|as se\u00e7\u00f5es|chaves|se\u00e7\u00f5es|tom|um tom|at\u00e9|no m\u00e1ximo)|no (?:tom|estilo)|a partir d[aeo]|que (?:seja|tenha))",
            FLAGS);

    private static final Pattern QUOTES = Pattern.compile("^[\"'\u201c\u2018\u00ab\\s]+|[\"'\u201d\u2019\u00bb\\s]+$");

    private TopicPhrase() {}

    /** The subject that these sentences name first; empty when none does. */
    static String in(List<String> requests) {
        return BEFORE.stream()
                .flatMap(before -> requests.stream().flatMap(request -> behind(before, request).stream()))
                .findFirst()
                .orElse("");
    }

    /** The phrase that {@code text} begins with. */
    static String trimmed(String text) {
        var end = BEHIND.matcher(text);
        var phrase = QUOTES.matcher(end.find() ? text.substring(0, end.start()) : text)
                .replaceAll("");
        var words = phrase.split("\\s+", -1);
        int count = Math.min(words.length, MAX_WORDS);
        while (count > 0 && Language.isStopWord(Words.stem(words[count - 1])) && count == MAX_WORDS) {
            count--;
        }
        return PlainText.cut(String.join(" ", List.of(words).subList(0, count)), 80);
    }

    private static Optional<String> behind(Pattern before, String request) {
        var matcher = before.matcher(request);
        return matcher.results()
                .map(match -> trimmed(request.substring(match.end())))
                .filter(phrase -> !Terms.ofRequest(phrase).isEmpty())
                .findFirst();
    }
}
