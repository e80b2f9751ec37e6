package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Location;
import dev.atelier.domain.search.Passage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** How passages are written into rows, and read from them. */
final class PassageRows {

    static final RowMapper<Passage> PASSAGE = (row, context) -> passage(row);

    /** With a score. */
    static final RowMapper<FoundPassage> FOUND =
            (row, context) -> new FoundPassage(passage(row), row.getDouble("score"));

    /** Each statement recognises the words of so many passages, which takes a fraction of a second. */
    private static final int BATCH = 100;

    private static final List<String> COLUMNS =
            List.of("document_id", "ordinal", "content", "heading", "page", "start_offset", "end_offset");

    private PassageRows() {}

    /** What a passage is read from, beside its document {@code d}; its words are for PostgreSQL alone. */
    static String columns(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", ", "d.title, ", ""));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        int page = row.getInt("page");
        return new Passage(
                new DocumentId(Columns.uuid(row, "document_id")),
                row.getString("title"),
                row.getInt("ordinal"),
                row.getString("content"),
                new Location(
                        page == 0 ? OptionalInt.empty() : OptionalInt.of(page),
                        Columns.optionalText(row, "heading"),
                        row.getInt("start_offset"),
                        row.getInt("end_offset")));
    }

    static void insert(Handle handle, UserId owner, ProjectId project, List<Passage> passages) {
        for (int from = 0; from < passages.size(); from += BATCH) {
            insertBatch(handle, owner, project, passages.subList(from, Math.min(from + BATCH, passages.size())));
        }
    }

    private static void insertBatch(Handle handle, UserId owner, ProjectId project, List<Passage> passages) {
        var batch = handle.prepareBatch("""
                insert into public.passages (document_id, ordinal, owner_id, project_id, content, heading, page,
                    start_offset, end_offset, digest, language, words)
                values (:document, :ordinal, :owner, :project, :content, :heading, :page, :start, :end, :digest, :language,
                    array_to_tsvector(array[:mark]) || to_tsvector(:language::regconfig, :words)
                        || to_tsvector(:language::regconfig, :plain))
                """);
        for (var passage : passages) {
            var location = passage.location();
            var words = TextSearch.searchable(passage.subject());
            var plain = TextSearch.withoutAccents(words);
            var language = TextSearch.of(words);
            batch.bind("document", passage.document().value())
                    .bind("ordinal", passage.ordinal())
                    .bind("owner", owner.value())
                    .bind("project", project.value())
                    .bind("content", passage.text())
                    .bind("heading", location.heading())
                    .bind("page", location.page())
                    .bind("start", location.start())
                    .bind("end", location.end())
                    .bind("digest", passage.digest())
                    .bind("language", language.configuration())
                    .bind("mark", language.markOf(project))
                    .bind("words", words)
                    .bind("plain", plain.equals(words) ? "" : plain)
                    .add();
        }
        batch.execute();
    }
}
