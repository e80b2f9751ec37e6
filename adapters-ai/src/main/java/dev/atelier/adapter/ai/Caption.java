package dev.atelier.adapter.ai;

import java.util.List;
import java.util.regex.Pattern;

/** The few words of a prompt that stand in the picture, in one or two lines. */
final class Caption {

    private static final int MAX_WORDS = 6;
    private static final int MAX_LENGTH = 40;
    private static final int LINE_LENGTH = 20;
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u00ab]([^\"\u201d\u00bb\n]{2,40})[\"\u201d\u00bb]");

    /** What kind of picture it is to be: {@code A flat illustration of ...}. */
    private static final Pattern GENRE = Pattern.compile(
            "^\\s*(?:\\S+\\s+){0,5}(?:image|picture|photo|photograph|illustration|poster|drawing|painting|banner|cover|render"
                    + "|imagem|foto|fotografia|ilustra\u00e7\u00e3o|cartaz|desenho|pintura|capa)"
                    + "\\s+(?:of|for|about|showing|with|d[aeo]s?|para|sobre|com|mostrando)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Caption() {}

    /** No line when nothing in the prompt can be spelled. */
    static List<String> of(String prompt) {
        var quoted = QUOTED.matcher(prompt);
        return lines(quoted.find() ? spelled(quoted.group(1)) : trimmed(spelled(subject(prompt))));
    }

    private static String subject(String prompt) {
        var genre = GENRE.matcher(prompt);
        if (genre.find()) {
            return TopicPhrase.trimmed(prompt.substring(genre.end()));
        }
        var brief = Brief.read(prompt);
        return brief.topic().isEmpty()
                ? TopicPhrase.trimmed(brief.material().stream().findFirst().orElse(prompt.strip()))
                : brief.topic();
    }

    /** The words that can be spelled, as long as there is room for them. */
    private static List<String> spelled(String text) {
        var words = Words.in(text).stream().filter(Lettering::canSpell).toList();
        int count = 0;
        int length = 0;
        while (count < words.size() && length + words.get(count).length() <= MAX_LENGTH) {
            length += words.get(count).length() + 1;
            count++;
        }
        return words.subList(0, count);
    }

    /** Without words at either end that say nothing, and without the last of too many. */
    private static List<String> trimmed(List<String> words) {
        var telling = words.stream()
                .dropWhile(Caption::saysNothing)
                .limit(MAX_WORDS)
                .toList()
                .reversed();
        return telling.stream().dropWhile(Caption::saysNothing).toList().reversed();
    }

    private static boolean saysNothing(String word) {
        var stem = Words.stem(word);
        return Language.isStopWord(stem) || Terms.isOfRequests(stem);
    }

    private static List<String> lines(List<String> words) {
        var all = String.join(" ", words);
        if (all.length() <= LINE_LENGTH) {
            return all.isEmpty() ? List.of() : List.of(all);
        }
        int blank = all.lastIndexOf(' ', all.length() / 2 + 2);
        return blank < 0 ? List.of(all) : List.of(all.substring(0, blank), all.substring(blank + 1));
    }
}
