package dev.atelier.testkit.memory;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.out.search.PassageIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every passage of the project. */
final class InMemoryPassageIndex implements PassageIndex {

    private static final Comparator<FoundPassage> BEST_FIRST =
            Comparator.comparingDouble(FoundPassage::score).reversed();

    private final InMemoryDatabase database;

    InMemoryPassageIndex(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void replace(UserId owner, DocumentId document, List<Passage> passages) {
        database.run(() -> {
            requireDocument(owner, document);
            database.passages().put(document, List.copyOf(passages));
            var digests = passages.stream().map(Passage::digest).collect(Collectors.toSet());
            vectorsOf(document)
                    .filter(key -> !digests.contains(key.digest()))
                    .toList()
                    .forEach(database.vectors()::remove);
        });
    }

    @Override
    public List<Passage> passages(UserId owner, DocumentId document) {
        return database.statement(
                () -> find(owner, document).map(found -> passagesOf(found.id())).orElse(List.of()));
    }

    @Override
    public Set<String> embedded(UserId owner, DocumentId document, String model) {
        return database.statement(() -> find(owner, document).stream()
                .flatMap(found -> vectorsOf(found.id()))
                .filter(key -> key.model().equals(model))
                .map(VectorKey::digest)
                .collect(Collectors.toSet()));
    }

    @Override
    public void addVectors(UserId owner, DocumentId document, String model, Map<String, float[]> vectors) {
        database.run(() -> {
            requireDocument(owner, document);
            vectors.forEach((digest, vector) -> {
                var key = new VectorKey(document, model, digest);
                if (database.vectors().find(key).isEmpty()) {
                    database.vectors().put(key, vector.clone());
                }
            });
        });
    }

    @Override
    public int keepVectorsOf(UserId owner, DocumentId document, String model) {
        return database.statement(() -> {
            var others = find(owner, document).stream()
                    .flatMap(found -> vectorsOf(found.id()))
                    .filter(key -> !key.model().equals(model))
                    .toList();
            others.forEach(database.vectors()::remove);
            return others.size();
        });
    }

    @Override
    public List<EmbeddingModel> models(SearchScope scope) {
        return database.statement(() -> documents(scope)
                .flatMap(document -> vectorsOf(document.id()))
                .map(key -> new EmbeddingModel(
                        key.model(), database.vectors().find(key).orElseThrow().length))
                .distinct()
                .sorted(Comparator.comparing(EmbeddingModel::name))
                .toList());
    }

    @Override
    public List<FoundPassage> nearest(SearchScope scope, String model, float[] vector, int limit) {
        return database.statement(() -> found(scope)
                .flatMap(found ->
                        vector(found.passage(), model).stream().map(other -> found.scored(cosine(vector, other))))
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList());
    }

    @Override
    public List<FoundPassage> matching(SearchScope scope, String query, Need need, int limit) {
        var words = WordQuery.parse(query);
        return database.statement(() -> found(scope)
                .map(found -> found.scored(words.count(found.passage().subject(), need)))
                .filter(found -> found.score() > 0)
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList());
    }

    @Override
    public Lacking withoutVectors(String model, DocumentId after, int limit) {
        return database.statement(() -> {
            var looked = InMemoryDocumentRepository.behind(database.documents().stream(), after, limit);
            var lacking = looked.stream()
                    .filter(owned -> passagesOf(owned.id()).stream()
                            .anyMatch(passage -> vector(passage, model).isEmpty()))
                    .toList();
            return new Lacking(
                    lacking,
                    looked.size() < limit
                            ? Optional.empty()
                            : Optional.of(looked.getLast().id()));
        });
    }

    private Stream<FoundPassage> found(SearchScope scope) {
        return documents(scope)
                .flatMap(document -> passagesOf(document.id()).stream().map(passage -> new FoundPassage(passage, 0)));
    }

    private Stream<Document> documents(SearchScope scope) {
        return database.documents().stream()
                .filter(document -> document.owner().equals(scope.owner())
                        && document.projectId().equals(scope.project()));
    }

    private Optional<Document> find(UserId owner, DocumentId id) {
        return database.documents().find(id).filter(document -> document.owner().equals(owner));
    }

    private void requireDocument(UserId owner, DocumentId id) {
        if (find(owner, id).isEmpty()) {
            throw new DomainException.NotFound("document");
        }
    }

    private List<Passage> passagesOf(DocumentId document) {
        return database.passages().find(document).orElse(List.of());
    }

    private Stream<VectorKey> vectorsOf(DocumentId document) {
        return database.vectors().keys().filter(key -> key.document().equals(document));
    }

    private Optional<float[]> vector(Passage passage, String model) {
        return database.vectors().find(new VectorKey(passage.document(), model, passage.digest()));
    }

    private static double cosine(float[] left, float[] right) {
        return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
