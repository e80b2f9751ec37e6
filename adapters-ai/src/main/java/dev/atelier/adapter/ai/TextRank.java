package dev.atelier.adapter.ai;

import java.util.Arrays;
import java.util.List;

/**
 * How central each text is among others: PageRank over their similarities (R. Mihalcea, P. Tarau, "TextRank: Bringing
 * Order into Texts", 2004).
 */
final class TextRank {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    private TextRank() {}

    /** From 0 to 1, the most central being 1. Quadratic in the number of texts. */
    static double[] of(List<Vector> vectors) {
        var links = links(vectors);
        var ranks = new double[vectors.size()];
        Arrays.fill(ranks, 1);
        for (int round = 0; round < ROUNDS; round++) {
            ranks = next(links, ranks);
        }
        double max = Arrays.stream(ranks).max().orElse(1);
        return Arrays.stream(ranks).map(rank -> rank / max).toArray();
    }

    /** From each to each, what it gives of its rank; rows sum up to 1 or 0. */
    private static double[][] links(List<Vector> vectors) {
        int size = vectors.size();
        var links = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                links[i][j] = vectors.get(i).similarity(vectors.get(j));
                links[j][i] = links[i][j];
            }
        }
        for (var row : links) {
            double sum = Arrays.stream(row).sum();
            for (int j = 0; j < size && sum > 0; j++) {
                row[j] /= sum;
            }
        }
        return links;
    }

    private static double[] next(double[][] links, double[] ranks) {
        var next = new double[ranks.length];
        Arrays.fill(next, 1 - DAMPING);
        for (int from = 0; from < ranks.length; from++) {
            for (int to = 0; to < ranks.length; to++) {
                next[to] += DAMPING * links[from][to] * ranks[from];
            }
        }
        return next;
    }
}
