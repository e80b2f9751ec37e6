package dev.atelier.application;

import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.search.Passage;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.PassageIndex;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that passages have vectors. Each batch is kept as soon as it is there: it is paid for. */
final class PassageEmbedding {

    private final PassageIndex index;
    private final PaidCalls calls;
    private final UserCalls payers;

    PassageEmbedding(PassageIndex index, PaidCalls calls, UserCalls payers) {
        this.index = index;
        this.calls = calls;
        this.payers = payers;
    }

    /**
     * Makes the vectors that are missing, of each text once.
     *
     * @return how many
     * @throws InterruptedException between two batches
     * @throws dev.atelier.domain.error.DomainException.CostLimitReached when the owner may not spend more today; what is made so far stays
     */
    int complete(OwnedDocument document, List<Passage> passages, Embedder embedder) throws InterruptedException {
        var missing = missing(document, passages, embedder.model());
        for (int from = 0; from < missing.size(); from += Embedder.Request.TEXTS_MAX) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted between two batches of passages");
            }
            embed(
                    document,
                    missing.subList(from, Math.min(missing.size(), from + Embedder.Request.TEXTS_MAX)),
                    embedder);
        }
        return missing.size();
    }

    private List<Map.Entry<String, String>> missing(OwnedDocument document, List<Passage> passages, String model) {
        var embedded = index.embedded(document.owner(), document.id(), model);
        var missing = new LinkedHashMap<String, String>();
        passages.stream()
                .filter(passage -> !embedded.contains(passage.digest()))
                .forEach(passage -> missing.put(passage.digest(), passage.subject()));
        return List.copyOf(missing.entrySet());
    }

    private void embed(OwnedDocument document, List<Map.Entry<String, String>> batch, Embedder embedder) {
        var texts = batch.stream().map(entry -> cut(entry.getValue())).toList();
        var vectors = calls.embed(payers.of(document.owner()), embedder, new Embedder.Request(texts))
                .vectors();
        var byDigest = new HashMap<String, float[]>();
        for (int i = 0; i < batch.size(); i++) {
            byDigest.put(batch.get(i).getKey(), vectors.get(i));
        }
        index.addVectors(document.owner(), document.id(), embedder.model(), byDigest);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Embedder.Request.CHARACTERS_MAX));
    }
}
