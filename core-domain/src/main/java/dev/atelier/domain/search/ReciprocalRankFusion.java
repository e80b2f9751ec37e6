package dev.atelier.domain.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one list of several whose scores cannot be compared: what stands at rank r of a list gets 1 / (60 + r) for it
 * (Cormack, Clarke, Buettcher: "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", 2009).
 */
public final class ReciprocalRankFusion {

    /** The constant of the paper: how much being first is worth more than being second. */
    private static final int FLATNESS = 60;

    private ReciprocalRankFusion() {}

    /** Something of the lists, and the sum of what it got. */
    public record Fused<T>(T item, double score) {}

    /** All that is in {@code lists}, once each, the best first; of equals the one that came first. */
    public static <T> List<Fused<T>> fuse(List<List<T>> lists) {
        var scores = new LinkedHashMap<T, Double>();
        for (var list : lists) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1.0 / (FLATNESS + i + 1), Double::sum);
            }
        }
        var fused = new ArrayList<Fused<T>>();
        for (Map.Entry<T, Double> entry : scores.entrySet()) {
            fused.add(new Fused<>(entry.getKey(), entry.getValue()));
        }
        fused.sort(Comparator.comparingDouble((Fused<T> item) -> item.score()).reversed());
        return fused;
    }
}
