package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.out.search.PassageIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class JdbiPassageIndex implements PassageIndex {

    private final Database database;
    private final SelectNearest.Bounds bounds;

    JdbiPassageIndex(Database database, SelectNearest.Bounds bounds) {
        this.database = database;
        this.bounds = bounds;
    }

    @Override
    public void replace(UserId owner, DocumentId document, List<Passage> passages) {
        database.run(() -> database.inTransaction(handle -> {
            var project = lock(handle, owner, document);
            handle.execute("delete from public.passages where document_id = ?", document.value());
            PassageRows.insert(handle, owner, project, passages);
            return handle.execute("""
                    delete from public.passage_vectors v where document_id = ? and not exists
                        (select from public.passages p where p.document_id = v.document_id and p.digest = v.digest)
                    """, document.value());
        }));
    }

    @Override
    public List<Passage> passages(UserId owner, DocumentId document) {
        return database.read(handle -> handle.createQuery("""
                        select %s from public.passages p join public.documents d on d.id = p.document_id
                        where p.document_id = :document and p.owner_id = :owner order by p.ordinal
                        """.formatted(PassageRows.columns("p")))
                .bind("document", document.value())
                .bind("owner", owner.value())
                .map(PassageRows.PASSAGE)
                .list());
    }

    @Override
    public Set<String> embedded(UserId owner, DocumentId document, String model) {
        return database.read(handle -> handle.createQuery("""
                        select digest from public.passage_vectors
                        where document_id = :document and owner_id = :owner and model = :model
                        """)
                .bind("document", document.value())
                .bind("owner", owner.value())
                .bind("model", model)
                .mapTo(String.class)
                .set());
    }

    @Override
    public void addVectors(UserId owner, DocumentId document, String model, Map<String, float[]> vectors) {
        database.run(() -> database.inTransaction(handle -> {
            var project = lock(handle, owner, document);
            var batch = handle.prepareBatch("""
                    insert into public.passage_vectors (document_id, model, digest, owner_id, project_id, dimension, embedding)
                    values (:document, :model, :digest, :owner, :project, :dimension, :embedding)
                    on conflict do nothing
                    """);
            vectors.forEach((digest, vector) -> batch.bind("document", document.value())
                    .bind("model", model)
                    .bind("digest", digest)
                    .bind("owner", owner.value())
                    .bind("project", project.value())
                    .bind("dimension", vector.length)
                    .bind("embedding", vector)
                    .add());
            return batch.execute();
        }));
    }

    /** Who changes passages or vectors of a document does so one after another. */
    private static ProjectId lock(Handle handle, UserId owner, DocumentId document) {
        return handle.createQuery("""
                        select project_id from public.documents where id = :document and owner_id = :owner for no key update
                        """)
                .bind("document", document.value())
                .bind("owner", owner.value())
                .mapTo(UUID.class)
                .findOne()
                .map(ProjectId::new)
                .orElseThrow(() -> new DomainException.NotFound("document"));
    }

    @Override
    public int keepVectorsOf(UserId owner, DocumentId document, String model) {
        return database.write(handle -> handle.execute(
                "delete from public.passage_vectors where document_id = ? and owner_id = ? and model <> ?",
                document.value(),
                owner.value(),
                model));
    }

    /** Goes from one model to the next, however many vectors each has. */
    @Override
    public List<EmbeddingModel> models(SearchScope scope) {
        return database.read(handle -> handle.createQuery("""
                        with recursive found as (
                            (select model, dimension from public.passage_vectors
                             where project_id = :project and owner_id = :owner order by model limit 1)
                            union all
                            select next.model, next.dimension from found, lateral (
                                select model, dimension from public.passage_vectors
                                where project_id = :project and owner_id = :owner and model > found.model
                                order by model limit 1) as next)
                        select model, dimension from found order by model
                        """)
                .bind("project", scope.project().value())
                .bind("owner", scope.owner().value())
                .map((row, context) -> new EmbeddingModel(row.getString("model"), row.getInt("dimension")))
                .list());
    }

    @Override
    public List<FoundPassage> nearest(SearchScope scope, String model, float[] vector, int limit) {
        return database.execute(() -> database.read(new SelectNearest(scope, model, vector, limit, bounds)::in));
    }

    @Override
    public List<FoundPassage> matching(SearchScope scope, String query, Need need, int limit) {
        return database.read(new SelectMatching(scope, query, need, limit)::in);
    }

    private record Looked(OwnedDocument document, boolean isLacking) {}

    @Override
    public Lacking withoutVectors(String model, DocumentId after, int limit) {
        var looked = database.read(handle -> handle.createQuery("""
                        select d.id, d.owner_id, exists (
                            select from public.passages p where p.document_id = d.id and not exists (
                                select from public.passage_vectors v
                                where v.document_id = p.document_id and v.model = :model and v.digest = p.digest)) as lacking
                        from (select id, owner_id from public.documents where id > :after order by id limit :limit) as d
                        order by d.id
                        """)
                .bind("after", after.value())
                .bind("model", model)
                .bind("limit", limit)
                .map((row, context) ->
                        new Looked(JdbiDocumentRepository.OWNED.map(row, context), row.getBoolean("lacking")))
                .list());
        return new Lacking(
                looked.stream().filter(Looked::isLacking).map(Looked::document).toList(),
                looked.size() < limit
                        ? Optional.empty()
                        : Optional.of(looked.getLast().document().id()));
    }
}
