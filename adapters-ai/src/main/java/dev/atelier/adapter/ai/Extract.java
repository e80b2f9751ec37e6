package dev.atelier.adapter.ai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most relevant sentences of a text. Relevance is nearness to what was asked for, and being central in the text; then
 * each next sentence is the one that is most relevant and least like those before it (maximal marginal relevance, J.
 * Carbonell and J. Goldstein, 1998).
 */
final class Extract {

    /** So many take part in what is quadratic; the nearest to what was asked for, when there are more. */
    private static final int CANDIDATES = 240;

    private static final int WORDS_OF_A_SENTENCE = 4;
    private static final double NEARNESS = 0.6;
    private static final double CENTRALITY = 0.3;
    private static final double POSITION = 0.1;
    private static final double NOVELTY = 0.3;

    private final List<String> sentences;
    private final List<Vector> vectors;
    private final double[] relevance;

    private Extract(List<String> sentences, List<Vector> vectors, double[] relevance) {
        this.sentences = sentences;
        this.vectors = vectors;
        this.relevance = relevance;
    }

    /** Up to {@code limit} sentences, the most relevant first. */
    static List<String> of(List<String> sentences, List<String> wanted, int limit) {
        var whole = whole(sentences);
        var terms = whole.stream().map(Terms::of).toList();
        var weights = new TermWeights(terms);
        var query = weights.vector(wanted);
        var vectors = terms.stream().map(weights::vector).toList();
        var nearness = vectors.stream().mapToDouble(query::similarity).toArray();
        var candidates = IntStream.range(0, whole.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -nearness[i]))
                .limit(CANDIDATES)
                .sorted()
                .toList();
        var chosen = candidates.stream().map(vectors::get).toList();
        var rank = TextRank.of(chosen);
        var relevance = new double[chosen.size()];
        for (int i = 0; i < relevance.length; i++) {
            int at = candidates.get(i);
            relevance[i] = NEARNESS * nearness[at] + CENTRALITY * rank[i] + POSITION * (1 - (double) at / whole.size());
        }
        return new Extract(candidates.stream().map(whole::get).toList(), chosen, relevance).select(limit);
    }

    /** Without what is too short to be a sentence, if there is anything else. */
    private static List<String> whole(List<String> sentences) {
        var whole = sentences.stream()
                .filter(sentence -> Words.in(sentence).size() >= WORDS_OF_A_SENTENCE)
                .toList();
        return whole.isEmpty() ? sentences : whole;
    }

    private List<String> select(int limit) {
        var selected = new ArrayList<Integer>();
        var likeness = new double[sentences.size()];
        while (selected.size() < Math.min(limit, sentences.size())) {
            int best = IntStream.range(0, sentences.size())
                    .filter(i -> !selected.contains(i))
                    .boxed()
                    .max(Comparator.comparingDouble(i -> (1 - NOVELTY) * relevance[i] - NOVELTY * likeness[i]))
                    .orElseThrow();
            selected.add(best);
            for (int i = 0; i < likeness.length; i++) {
                likeness[i] = Math.max(likeness[i], vectors.get(i).similarity(vectors.get(best)));
            }
        }
        return selected.stream().map(sentences::get).toList();
    }
}
