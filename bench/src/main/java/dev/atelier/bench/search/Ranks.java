package dev.atelier.bench.search;

import java.util.List;
import java.util.Locale;

/** At which rank the right passage stood, from 1; 0 for each that was not among those looked at. */
record Ranks(List<Integer> ranks) {

    double recallAt(int limit) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= limit).count() / (double) ranks.size();
    }

    /** The mean of one by the rank. */
    double meanReciprocal() {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f  %.3f", recallAt(5), meanReciprocal());
    }
}
