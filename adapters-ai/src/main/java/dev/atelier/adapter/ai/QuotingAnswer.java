package dev.atelier.adapter.ai;

import dev.atelier.domain.search.AnswerPrompt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers a question by what the sources say about it, word for word: the sentences that are nearest to it, each with its number. */
final class QuotingAnswer {

    private static final int SENTENCES = 3;

    private QuotingAnswer() {}

    static String of(AnswerPrompt prompt) {
        var numbers = sentences(prompt.sources());
        var wanted = Terms.of(prompt.question());
        var nearest = Extract.of(List.copyOf(numbers.keySet()), wanted, SENTENCES);
        var telling =
                nearest.stream().filter(sentence -> tells(sentence, wanted)).toList();
        return (telling.isEmpty() ? nearest.subList(0, Math.min(1, nearest.size())) : telling)
                .stream()
                        .map(sentence -> "%s [%d]".formatted(PlainText.sentence(sentence), numbers.get(sentence)))
                        .collect(Collectors.joining(" "));
    }

    /** With the number of the first source that has it. */
    private static Map<String, Integer> sentences(List<AnswerPrompt.Source> sources) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (int number = 1; number <= sources.size(); number++) {
            for (var passage : Passages.of(sources.get(number - 1).text())) {
                numbers.putIfAbsent(passage.text(), number);
            }
        }
        return numbers;
    }

    private static boolean tells(String sentence, List<String> wanted) {
        var terms = new HashSet<>(Terms.of(sentence));
        return wanted.stream().anyMatch(terms::contains);
    }
}
