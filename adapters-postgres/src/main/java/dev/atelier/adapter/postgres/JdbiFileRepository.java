package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.page.Page;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.out.file.DeletedFile;
import dev.atelier.port.out.file.FileRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiFileRepository implements FileRepository {

    private static final RowMapper<StoredFile> FILE = (row, context) -> new StoredFile(
            new FileId(Columns.uuid(row, "id")),
            Columns.owner(row),
            Columns.project(row),
            new FileDetails(row.getString("file_name"), row.getString("content_type")),
            new ObjectKey(row.getString("object_key")),
            new ExpectedContent(
                    Columns.optionalLong(row, "expected_size"), Columns.optionalText(row, "expected_sha256")),
            content(row),
            Columns.constant(row, "state", FileState.class),
            row.getBoolean("has_thumbnail"),
            Columns.instant(row, "created_at"));

    private static final RowMapper<DeletedFile> DELETED_FILE = (row, context) ->
            new DeletedFile(new FileId(Columns.uuid(row, "id")), new ObjectKey(row.getString("object_key")));

    private final Database database;

    JdbiFileRepository(Database database) {
        this.database = database;
    }

    private static Optional<Content> content(ResultSet row) throws SQLException {
        long size = row.getLong("size");
        return Columns.optionalText(row, "sha256").map(sha256 -> new Content(size, sha256));
    }

    @Override
    public StoredFile insert(StoredFile pending) {
        database.insert(
                handle -> handle.createUpdate("""
                                insert into public.files
                                    (id, owner_id, project_id, file_name, content_type, object_key, expected_size,
                                     expected_sha256, state, created_at)
                                values (:id, :owner, :project, :fileName, :contentType, :key, :expectedSize,
                                        :expectedSha256, :state, :createdAt)
                                on conflict (id) do nothing
                                """)
                        .bind("id", pending.id().value())
                        .bind("owner", pending.owner().value())
                        .bind("project", pending.projectId().value())
                        .bind("fileName", pending.details().name())
                        .bind("contentType", pending.details().contentType())
                        .bind("key", pending.key().value())
                        .bind("expectedSize", pending.expected().size())
                        .bind("expectedSha256", pending.expected().sha256())
                        .bind("state", Columns.spelled(pending.state()))
                        .bind("createdAt", Columns.time(pending.createdAt()))
                        .execute(),
                () -> new DomainException.NotFound("project"));
        return find(pending.owner(), pending.id()).orElseThrow(() -> new DomainException.NotFound("project"));
    }

    @Override
    public Optional<StoredFile> find(UserId owner, FileId id) {
        return database.read(handle -> handle.createQuery("""
                        select * from public.files
                        where id = :id and owner_id = :owner and project_id is not null
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(FILE)
                .findOne());
    }

    @Override
    public Page<StoredFile> list(UserId owner, ProjectId project, PageRequest request) {
        var found = database.read(handle -> handle.createQuery("""
                        select * from public.files
                        where project_id = :project and owner_id = :owner and state = 'stored' and id < :before
                        order by id desc limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("project", project.value())
                .bind("before", Keyset.before(request))
                .bind("limit", Keyset.limit(request))
                .map(FILE)
                .list());
        return Page.of(found, request, file -> file.id().value());
    }

    @Override
    public boolean markStored(UserId owner, FileId id, Content content) {
        return database.write(handle -> handle.createUpdate("""
                        update public.files set state = 'stored', size = :size, sha256 = :sha256
                        where id = :id and owner_id = :owner
                          and (state = 'pending' or state = 'stored' and size = :size and sha256 = :sha256)
                        """)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .bind("size", content.size())
                        .bind("sha256", content.sha256())
                        .execute()
                == 1);
    }

    @Override
    public void retype(UserId owner, FileId id, String contentType) {
        database.write(handle -> handle.createUpdate("""
                        update public.files set content_type = :contentType
                        where id = :id and owner_id = :owner and state = 'pending'
                        """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("contentType", contentType)
                .execute());
    }

    @Override
    public boolean markThumbnail(UserId owner, FileId id) {
        return database.write(handle -> handle.createUpdate("""
                        update public.files set has_thumbnail = true
                        where id = :id and owner_id = :owner and state <> 'deleting'
                        """)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .execute()
                == 1);
    }

    @Override
    public boolean markDeleting(UserId owner, FileId id) {
        return database.write(handle -> handle.createUpdate("""
                        update public.files set state = 'deleting'
                        where id = :id and owner_id = :owner and state <> 'deleting'
                        """)
                        .bind("id", id.value())
                        .bind("owner", owner.value())
                        .execute()
                == 1);
    }

    @Override
    public int markAllDeleting(UserId owner, ProjectId project, int limit) {
        return database.write(handle -> handle.createUpdate("""
                        update public.files set state = 'deleting', project_id = null
                        where id in (select id from public.files
                                     where project_id = :project and owner_id = :owner limit :limit)
                        """)
                .bind("project", project.value())
                .bind("owner", owner.value())
                .bind("limit", limit)
                .execute());
    }

    @Override
    public List<DeletedFile> listDeleting(UserId owner, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, object_key from public.files
                        where owner_id = :owner and state = 'deleting' order by id limit :limit
                        """)
                .bind("owner", owner.value())
                .bind("limit", limit)
                .map(DELETED_FILE)
                .list());
    }

    @Override
    public void remove(UserId owner, List<FileId> ids) {
        database.write(handle -> handle.createUpdate(
                        "delete from public.files where id = any(:ids) and owner_id = :owner and state = 'deleting'")
                .bindArray("ids", UUID.class, ids.stream().map(FileId::value).toList())
                .bind("owner", owner.value())
                .execute());
    }
}
