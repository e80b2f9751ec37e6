package dev.atelier.adapter.ai;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much a term tells in these texts: TF-IDF, smoothed so that a term that is everywhere still counts a little. */
final class TermWeights {

    private final Map<String, Integer> dimensions = new HashMap<>();
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final int texts;

    /** @param texts each as its terms */
    TermWeights(List<List<String>> texts) {
        this.texts = texts.size();
        for (var terms : texts) {
            for (var term : new HashSet<>(terms)) {
                frequencies.merge(term, 1, Integer::sum);
            }
            for (var term : terms) {
                dimensions.putIfAbsent(
                        term, dimensions.size()); // by first appearance: the same texts, the same vectors
            }
        }
    }

    /** The vector of a text; terms that none of the texts has are left out. */
    Vector vector(List<String> terms) {
        var counts = new TreeMap<Integer, Double>();
        for (var term : terms) {
            var dimension = dimensions.get(term);
            if (dimension != null) {
                counts.merge(dimension, rarity(term), Double::sum);
            }
        }
        return Vector.normalised(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The terms that tell most of all texts together, those that appear in several before others. */
    List<String> strongest(int limit) {
        return dimensions.keySet().stream()
                .sorted(Comparator.<String>comparingInt(term -> -frequencies.getOrDefault(term, 0))
                        .thenComparingInt(term -> dimensions.getOrDefault(term, 0)))
                .limit(limit)
                .toList();
    }

    private double rarity(String term) {
        return Math.log(1 + (double) texts / frequencies.getOrDefault(term, 1));
    }
}
