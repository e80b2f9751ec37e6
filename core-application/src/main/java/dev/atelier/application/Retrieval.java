package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.ReciprocalRankFusion;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds passages by meaning, by words, or by both. While documents are on their way from one model to another, each is found
 * by the vectors that it has.
 */
final class Retrieval {

    /** From this cosine on a passage is about what was asked. What is about something else lies well below it. */
    static final double NEAR = 0.3;

    private static final Logger LOG = System.getLogger(Retrieval.class.getName());

    /** So many of each list are made one at least: what stands low in one may stand high in the other. */
    private static final int CANDIDATES = 20;

    /** Nobody has more under way at once. */
    private static final int MODELS = 3;

    /**
     * What was found.
     *
     * @param passages the best first
     * @param fitting those of them that are about the query: near to it, or with all of its words
     * @param usage of the model that understood the query
     */
    record Found(List<FoundPassage> passages, List<FoundPassage> fitting, Usage usage) {}

    private record ByMeaning(List<FoundPassage> passages, Usage usage) {
        static final ByMeaning NOTHING = new ByMeaning(List.of(), Usage.NONE);
    }

    private final PassageIndex index;
    private final Embedders embedders;
    private final PaidCalls calls;

    Retrieval(PassageIndex index, Embedders embedders, PaidCalls calls) {
        this.index = index;
        this.embedders = embedders;
        this.calls = calls;
    }

    /** @param payer for whom models are asked to understand the query */
    Found find(Payer payer, SearchScope scope, String query, SearchMode mode, int limit) {
        return switch (mode) {
            case VECTOR -> {
                var near = near(payer, scope, query, limit);
                yield new Found(
                        near.passages(),
                        near.passages().stream().filter(Retrieval::isNear).toList(),
                        near.usage());
            }
            case KEYWORD -> byWords(scope, query, limit);
            case HYBRID -> fuse(payer, scope, query, limit);
        };
    }

    private Found fuse(Payer payer, SearchScope scope, String query, int limit) {
        int candidates = Math.clamp(2L * limit, CANDIDATES, PassageIndex.LIMIT_MAX);
        var words = byWords(scope, query, candidates);
        var near = nearIfPossible(payer, scope, query, candidates);
        var fitting = new HashSet<Passage>();
        words.fitting().forEach(found -> fitting.add(found.passage()));
        near.passages().stream().filter(Retrieval::isNear).forEach(found -> fitting.add(found.passage()));
        var fused = ReciprocalRankFusion.fuse(List.of(bare(near.passages()), bare(words.passages()))).stream()
                .limit(limit)
                .map(best -> new FoundPassage(best.item(), best.score()))
                .toList();
        return new Found(
                fused,
                fused.stream()
                        .filter(found -> fitting.contains(found.passage()))
                        .toList(),
                near.usage());
    }

    private static List<Passage> bare(List<FoundPassage> found) {
        return found.stream().map(FoundPassage::passage).toList();
    }

    private static boolean isNear(FoundPassage found) {
        return found.score() >= NEAR;
    }

    /** What has all words first; then what has some of them, if there is room. */
    private Found byWords(SearchScope scope, String query, int limit) {
        var all = index.matching(scope, query, Need.ALL, limit);
        if (all.size() >= limit) {
            return new Found(all, all, Usage.NONE);
        }
        Map<Passage, FoundPassage> found = new LinkedHashMap<>();
        all.forEach(each -> found.put(each.passage(), each.scored(1 + each.score())));
        index.matching(scope, query, Need.ANY, limit).forEach(each -> found.putIfAbsent(each.passage(), each));
        return new Found(found.values().stream().limit(limit).toList(), all, Usage.NONE);
    }

    /** Half of an answer is better than none: words are found without any model. */
    private ByMeaning nearIfPossible(Payer payer, SearchScope scope, String query, int limit) {
        try {
            return near(payer, scope, query, limit);
        } catch (DomainException.CostLimitReached e) {
            return ByMeaning.NOTHING;
        } catch (PortFailure e) {
            if (e.service() != PortFailure.Service.EMBEDDER
                    || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.log(Level.WARNING, () -> "searched by words alone: " + e.getMessage());
            return ByMeaning.NOTHING;
        }
    }

    private ByMeaning near(Payer payer, SearchScope scope, String query, int limit) {
        var models = new ArrayList<>(index.models(scope));
        var current = new EmbeddingModel(
                embedders.current().model(), embedders.current().dimension());
        models.sort((one, other) -> Boolean.compare(other.equals(current), one.equals(current)));
        var all = new LinkedHashMap<Passage, FoundPassage>();
        var usage = Usage.NONE;
        for (var model : models.subList(0, Math.min(MODELS, models.size()))) {
            var near = model.equals(current)
                    ? near(payer, scope, model, embedders.current(), query, limit)
                    : nearByOlder(payer, scope, model, query, limit);
            usage = usage.plus(near.usage());
            near.passages().forEach(found -> all.putIfAbsent(found.passage(), found));
        }
        var best = all.values().stream()
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .limit(limit)
                .toList();
        return new ByMeaning(best, usage);
    }

    private ByMeaning near(
            Payer payer, SearchScope scope, EmbeddingModel model, Embedder embedder, String query, int limit) {
        var embedded = calls.embed(payer, embedder, new Embedder.Request(List.of(text(query))));
        return new ByMeaning(
                index.nearest(scope, model.name(), embedded.vectors().getFirst(), limit), Usage.of(embedded.usage()));
    }

    /** One that is not to be had any more hides what only it knows, and nothing else. */
    private ByMeaning nearByOlder(Payer payer, SearchScope scope, EmbeddingModel model, String query, int limit) {
        try {
            return embedders
                    .of(model)
                    .map(older -> near(payer, scope, model, older, query, limit))
                    .orElse(ByMeaning.NOTHING);
        } catch (PortFailure.Permanent e) {
            LOG.log(Level.WARNING, () -> "%s is not asked: %s".formatted(model.name(), e.getMessage()));
            return ByMeaning.NOTHING;
        }
    }

    private static String text(String query) {
        return query.substring(0, Math.min(query.length(), Embedder.Request.CHARACTERS_MAX));
    }
}
