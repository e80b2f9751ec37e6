package dev.atelier.adapter.ai;

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

    /** What ends it: a mark, or how it is to be written. */
    private static final Pattern BEHIND = Pattern.compile(
            "[.!?;:()\\[\\]\\n]|,(?=\\s|$)|\\s[-\u2013\u2014]\\s|\\s(?:using|based on|which|from the|that (?:is|are|has|will)"
                    + "|in (?:an? |the (?:tone|style|voice)|at most|about|no more|\\d+|english|portuguese|markdown|json)"
                    + "|with (?:an? |(?:the )?(?:keys|headings|sections)|at most)"
                    + "|as (?:json|markdown|an? )"
                    + "|usando|utilizando|com base|a partir d[aeo]|que (?:seja|tenha)|no (?:tom|estilo)"
                    + "|em (?:tom|at\u00e9|no m\u00e1ximo|portugu\u00eas|ingl\u00eas|markdown|json|formato|\\d+)"
                    + "|com (?:(?:as )?(?:chaves|se\u00e7\u00f5es)|(?:um )?tom|at\u00e9|no m\u00e1ximo))",
            FLAGS);

    private static final Pattern QUOTED =
            Pattern.compile("^[\"\u201c\u00ab]([^\"\u201d\u00bb]{1,80})[\"\u201d\u00bb].*", Pattern.DOTALL);
    private static final Pattern QUOTES = Pattern.compile("^[\"'\u201c\u2018\u00ab\\s]+|[\"'\u201d\u2019\u00bb\\s]+$");

    private TopicPhrase() {}

    /** The subject that these sentences name first; empty when none does. */
    static String in(List<String> requests) {
        return BEFORE.stream()
                .flatMap(before -> requests.stream().flatMap(request -> behind(before, request).stream()))
                .findFirst()
                .orElse("");
    }

    /** The phrase that {@code text} begins with: what is in quotes, or else what goes on until something else begins. */
    static String trimmed(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1).strip();
        }
        var end = BEHIND.matcher(text);
        var phrase = QUOTES.matcher(end.find() ? text.substring(0, end.start()) : text)
                .replaceAll("");
        var words = phrase.split("\\s+", -1);
        int count = Math.min(words.length, MAX_WORDS);
        while (words.length > MAX_WORDS && count > 0 && Language.isStopWord(Words.stem(words[count - 1]))) {
            count--; // a phrase that was cut short does not end in "of the"
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
