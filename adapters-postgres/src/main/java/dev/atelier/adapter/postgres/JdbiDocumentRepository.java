package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.document.DocumentRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiDocumentRepository implements DocumentRepository {

    private static final RowMapper<Document> DOCUMENT = (row, context) -> new Document(
            new DocumentId(Columns.uuid(row, "id")),
            Columns.owner(row),
            Columns.project(row),
            details(row),
            attachment(row),
            Columns.constant(row, "ingestion", Ingestion.class),
            Columns.optionalText(row, "ingestion_error"),
            Columns.instant(row, "created_at"),
            Columns.instant(row, "updated_at"),
            row.getLong("revision"));

    static final RowMapper<OwnedDocument> OWNED =
            (row, context) -> new OwnedDocument(Columns.owner(row), new DocumentId(Columns.uuid(row, "id")));

    private final Database database;

    JdbiDocumentRepository(Database database) {
        this.database = database;
    }

    private static DocumentDetails details(ResultSet row) throws SQLException {
        return new DocumentDetails(
                row.getString("title"),
                row.getString("content"),
                Columns.constant(row, "media_type", MediaType.class),
                Columns.constant(row, "status", DocumentStatus.class));
    }

    private static Optional<Attachment> attachment(ResultSet row) throws SQLException {
        var key = Columns.optionalText(row, "object_key");
        var file = Columns.optionalUuid(row, "file_id");
        return file.flatMap(id -> key.map(value -> new Attachment(new FileId(id), new ObjectKey(value))));
    }

    @Override
    public void insert(Document document) {
        database.insert(
                handle -> handle.createUpdate("""
                                insert into public.documents
                                    (id, owner_id, project_id, title, content, media_type, status, file_id, ingestion,
                                     ingestion_error, created_at, updated_at, revision)
                                values (:id, :owner, :project, :title, :content, :mediaType, :status, :file, :ingestion,
                                        :ingestionError, :createdAt, :updatedAt, :revision)
                                """)
                        .bind("id", document.id().value())
                        .bind("owner", document.owner().value())
                        .bind("project", document.projectId().value())
                        .bind("title", document.details().title())
                        .bind("content", document.details().content())
                        .bind("mediaType", Columns.spelled(document.details().mediaType()))
                        .bind("status", Columns.spelled(document.details().status()))
                        .bind(
                                "file",
                                document.attachment().map(shown -> shown.file().value()))
                        .bind("ingestion", Columns.spelled(document.ingestion()))
                        .bind("ingestionError", document.ingestionError())
                        .bind("createdAt", Columns.time(document.createdAt()))
                        .bind("updatedAt", Columns.time(document.updatedAt()))
                        .bind("revision", document.revision())
                        .execute(),
                () -> new DomainException.NotFound("project"));
    }

    @Override
    public Optional<Document> find(UserId owner, DocumentId id) {
        return database.read(handle -> handle.createQuery("""
                        select d.*, f.object_key from public.documents d
                        left join public.files f on f.id = d.file_id and f.owner_id = d.owner_id
                        where d.id = :id and d.owner_id = :owner
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(DOCUMENT)
                .findOne());
    }

    @Override
    public Page<Document> list(UserId owner, ProjectId project, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
                        select d.id, d.owner_id, d.project_id, d.title, left(d.content, :excerpt) as content,
                               d.media_type, d.status, d.file_id, d.ingestion, d.ingestion_error,
                               d.created_at, d.updated_at, d.revision, f.object_key
                        from public.documents d
                        left join public.files f on f.id = d.file_id and f.owner_id = d.owner_id
                        where d.project_id = :project and d.owner_id = :owner and d.id < :before
                        order by d.id desc limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("project", project.value())
                .bind("excerpt", EXCERPT_LENGTH)
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(DOCUMENT)
                .list());
        return Page.of(found, request, document -> document.id().value());
    }

    @Override
    public boolean update(Document changed) {
        return database.write(handle -> handle.createUpdate("""
                        update public.documents
                        set title = :title, content = :content, media_type = :mediaType, status = :status,
                            ingestion = :ingestion, ingestion_error = :ingestionError,
                            updated_at = :updatedAt, revision = :revision
                        where id = :id and owner_id = :owner and revision = :revision - 1
                        """)
                        .bind("id", changed.id().value())
                        .bind("owner", changed.owner().value())
                        .bind("title", changed.details().title())
                        .bind("content", changed.details().content())
                        .bind("mediaType", Columns.spelled(changed.details().mediaType()))
                        .bind("status", Columns.spelled(changed.details().status()))
                        .bind("ingestion", Columns.spelled(changed.ingestion()))
                        .bind("ingestionError", changed.ingestionError())
                        .bind("updatedAt", Columns.time(changed.updatedAt()))
                        .bind("revision", changed.revision())
                        .execute()
                == 1);
    }

    @Override
    public boolean show(UserId owner, DocumentId id, FileId file, Instant at) {
        return database.write(handle -> handle.createUpdate("""
                        update public.documents d
                        set file_id = f.id, updated_at = :at, revision = d.revision + 1
                        from (select id, project_id from public.files
                              where id = :file and owner_id = :owner and state = 'stored' for key share) f
                        where d.id = :id and d.owner_id = :owner and d.project_id = f.project_id
                        """)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .bind("file", file.value())
                        .bind("at", Columns.time(at))
                        .execute()
                == 1);
    }

    @Override
    public boolean markIngestion(OwnedDocument document, long revision, Ingestion ingestion, Optional<String> error) {
        return database.write(handle -> handle.createUpdate("""
                        update public.documents set ingestion = :ingestion, ingestion_error = :error
                        where id = :id and owner_id = :owner and revision = :revision
                        """)
                        .bind("id", document.id().value())
                        .bind("owner", document.owner().value())
                        .bind("revision", revision)
                        .bind("ingestion", Columns.spelled(ingestion))
                        .bind("error", error)
                        .execute()
                == 1);
    }

    @Override
    public List<OwnedDocument> listPending(Instant changedBefore, DocumentId after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, owner_id from public.documents
                        where ingestion = 'pending' and id > :after and updated_at < :before order by id limit :limit
                        """)
                .bind("after", after.value())
                .bind("before", Columns.time(changedBefore))
                .bind("limit", limit)
                .map(OWNED)
                .list());
    }

    @Override
    public boolean delete(UserId owner, DocumentId id) {
        return database.write(
                handle -> handle.createUpdate("delete from public.documents where id = :id and owner_id = :owner")
                                .bind("id", id.value())
                                .bind("owner", owner.value())
                                .execute()
                        == 1);
    }
}
