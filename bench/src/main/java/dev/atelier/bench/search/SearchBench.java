package dev.atelier.bench.search;

import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.postgres.PostgresSettings;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.PostgresOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How well passages are found, by words, by meaning and by both: questions whose right passage is known are asked of the product, with
 * the model in the process. And from which cosine on a passage is about a question, by questions that nothing answers.
 */
public final class SearchBench {

    /** So many passages are looked at for the right one. */
    private static final int DEPTH = 20;

    /** The characters of a page in print. */
    private static final double PAGE = 1_800;

    private static final List<Double> LIMITS = List.of(0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50);

    private final Corpus corpus;
    private final Studio studio;
    private Map<String, DocumentId> ids = Map.of();

    private SearchBench(Corpus corpus, Studio studio) {
        this.corpus = corpus;
        this.studio = studio;
    }

    /**
     * Runs it.
     *
     * @throws Exception when it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        try (var server = LocalPostgres.start(PostgresOptions.temporary())) {
            var database = server.newDatabase();
            var url = DatabaseUrl.parse(database.url());
            Migrations.migrate(url, Pgvector.REQUIRED);
            try (var postgres = PostgresAdapter.open(new PostgresSettings(url, PostgresSettings.DEFAULT_POOL_SIZE))) {
                new SearchBench(Corpus.read(), new Studio(postgres, Owner.signUp(database))).run();
            }
        }
    }

    private void run() {
        ingest();
        findings();
        limits();
        refusals();
    }

    private void ingest() {
        long start = System.nanoTime();
        ids = studio.ingest(corpus.documents());
        double seconds = (System.nanoTime() - start) / 1e9;
        double pages = corpus.documents().values().stream()
                        .map(DocumentDetails::content)
                        .mapToInt(String::length)
                        .sum()
                / PAGE;
        System.out.printf(
                Locale.ROOT,
                "%d documents of %.0f pages ingested, %.1f pages a second (the model is loaded meanwhile)%n%n",
                ids.size(),
                pages,
                pages / seconds);
    }

    private void findings() {
        var findings = corpus.questions().stream()
                .map(question -> new Finding(
                        question,
                        Stream.of(SearchMode.values())
                                .map(mode -> rank(question, mode))
                                .toList()))
                .toList();
        System.out.printf("%-24s %9s", "recall@5, MRR", "questions");
        Stream.of(SearchMode.values()).forEach(mode -> System.out.printf("  %13s", mode));
        System.out.println();
        row("all", findings, question -> true);
        row("English", findings, question -> question.language().equals("en"));
        row("Portuguese", findings, question -> question.language().equals("pt"));
        row("in other words", findings, question -> !question.isTerm());
        row("exact terms", findings, Question::isTerm);
        if (Boolean.getBoolean("misses")) {
            findings.forEach(finding -> System.out.printf(
                    "%s %s: %s%n",
                    finding.ranks(),
                    finding.question().document(),
                    finding.question().text()));
        }
    }

    private int rank(Question question, SearchMode mode) {
        var found = studio.search(question.text(), mode, DEPTH);
        for (int i = 0; i < found.size(); i++) {
            if (isRight(question, found.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isRight(Question question, FoundPassage found) {
        return found.passage().document().equals(ids.get(question.document()))
                && question.isAnsweredBy(found.passage());
    }

    private static void row(String what, List<Finding> findings, Predicate<Question> which) {
        var chosen = findings.stream()
                .filter(finding -> which.test(finding.question()))
                .toList();
        System.out.printf("%-24s %9d", what, chosen.size());
        for (int mode = 0; mode < SearchMode.values().length; mode++) {
            int column = mode;
            var ranks = new Ranks(
                    chosen.stream().map(finding -> finding.ranks().get(column)).toList());
            System.out.printf("  %13s", ranks);
        }
        System.out.println();
    }

    /** Of the best passage of each question, whether it is the right one or not. */
    private void limits() {
        System.out.printf("%n%-24s", "best cosine at least");
        LIMITS.forEach(limit -> System.out.printf(Locale.ROOT, "  %4.2f", limit));
        System.out.println();
        for (var language : List.of("en", "pt")) {
            limits("answerable, " + language, language, corpus.questions());
            limits("unanswerable, " + language, language, corpus.unanswerable());
        }
    }

    private void limits(String what, String language, List<Question> questions) {
        var cosines = questions.stream()
                .filter(question -> question.language().equals(language) && !question.isTerm())
                .map(question -> studio.search(question.text(), SearchMode.VECTOR, 1)
                        .getFirst()
                        .score())
                .toList();
        System.out.printf("%-24s", what);
        LIMITS.forEach(limit -> System.out.printf(
                Locale.ROOT,
                "  %3.0f%%",
                100.0 * cosines.stream().filter(cosine -> cosine >= limit).count() / cosines.size()));
        System.out.println();
    }

    private void refusals() {
        System.out.printf(
                Locale.ROOT,
                "%nto be answered from what was found: %d of %d answerable questions, %d of %d unanswerable ones%n",
                answered(corpus.questions()),
                corpus.questions().size(),
                answered(corpus.unanswerable()),
                corpus.unanswerable().size());
    }

    private long answered(List<Question> questions) {
        return questions.stream()
                .filter(question -> studio.isAnswered(question.text()))
                .count();
    }
}
