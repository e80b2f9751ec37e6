package dev.atelier.application;

import dev.atelier.domain.run.Usage;
import dev.atelier.domain.search.AnswerPrompt;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Language;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.in.search.Answer;
import dev.atelier.port.in.search.Question;
import dev.atelier.port.out.run.TextModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Has a model answer a question from passages, or says that there is nothing to answer it from. */
final class Answering {

    /** Some 3,000 tokens. More of them make answers dearer, and not better. */
    private static final int SOURCES = 8;

    /** To be looked through for those that fit. */
    private static final int CANDIDATES = 20;

    private static final int TOKENS_MAX = 1_000;

    /** Facts are wanted, and no fancy. */
    private static final BigDecimal TEMPERATURE = new BigDecimal("0.1");

    private final Retrieval retrieval;
    private final PaidCalls calls;
    private final Citations citations;
    private final Ids ids;

    Answering(Retrieval retrieval, PaidCalls calls, Citations citations, Ids ids) {
        this.retrieval = retrieval;
        this.calls = calls;
        this.citations = citations;
        this.ids = ids;
    }

    Answer answer(Payer payer, SearchScope scope, Question question, Consumer<String> onToken) {
        var found = retrieval.find(payer, scope, question.text(), SearchMode.HYBRID, CANDIDATES);
        var sources = found.fitting().stream().limit(SOURCES).toList();
        if (sources.isEmpty()) {
            var words = nothing(Language.of(question.text()));
            onToken.accept(words);
            return new Answer(words, List.of(), found.usage());
        }
        return answer(payer, scope, question, sources, found.usage(), onToken);
    }

    private Answer answer(
            Payer payer,
            SearchScope scope,
            Question question,
            List<FoundPassage> sources,
            Usage searching,
            Consumer<String> onToken) {
        var prompt = new AnswerPrompt(
                question.text(), sources.stream().map(AnswerPrompt.Source::of).toList());
        var written = calls.write(
                payer,
                new TextModel.Request(
                        prompt.write(ids.secret()),
                        AnswerPrompt.INSTRUCTIONS,
                        question.model(),
                        TEMPERATURE,
                        OptionalInt.of(TOKENS_MAX),
                        OutputFormat.TEXT),
                onToken);
        var usage = searching.plus(Usage.of(written.usage()));
        return new Answer(written.content(), citations.of(scope, written.content(), sources), usage);
    }

    private static String nothing(Language language) {
        return language == Language.PORTUGUESE
                ? "Nos documentos deste projeto n\u00e3o h\u00e1 nada que responda a essa pergunta."
                : "There is nothing in the documents of this project that answers this question.";
    }
}
