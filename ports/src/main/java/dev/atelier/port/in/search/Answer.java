package dev.atelier.port.in.search;

import dev.atelier.domain.run.Usage;
import dev.atelier.domain.search.Citation;
import java.util.List;

/**
 * What a question was answered.
 *
 * @param text refers to its citations by their numbers: {@code [1]}
 * @param citations in the order of their numbers; none when nothing in the documents answers the question
 * @param usage of the models that were asked
 */
public record Answer(String text, List<Citation> citations, Usage usage) {

    public Answer {
        citations = List.copyOf(citations);
    }
}
