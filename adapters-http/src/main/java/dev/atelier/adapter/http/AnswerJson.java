package dev.atelier.adapter.http;

import dev.atelier.port.in.search.Answer;
import java.util.List;

record AnswerJson(String answer, List<CitationJson> citations, UsageJson usage) {

    static AnswerJson of(Answer given) {
        return new AnswerJson(given.text(), CitationJson.of(given.citations()), UsageJson.of(given.usage()));
    }
}
