package dev.atelier.adapter.postgres;

import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.FileEntry;
import dev.atelier.port.out.file.FileInventory;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiFileInventory implements FileInventory {

    private static final RowMapper<FileEntry> ENTRY = (row, context) -> new FileEntry(
            new FileId(Columns.uuid(row, "id")),
            Columns.owner(row),
            new ObjectKey(row.getString("object_key")),
            Columns.constant(row, "state", FileState.class),
            row.getBoolean("has_thumbnail"),
            Columns.instant(row, "created_at"));

    private final Database database;

    JdbiFileInventory(Database database) {
        this.database = database;
    }

    @Override
    public List<FileEntry> list(String after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select id, owner_id, object_key, state, has_thumbnail, created_at from public.files
                        where object_key collate "C" > :after order by object_key collate "C" limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
    }

    @Override
    public boolean contains(ObjectKey key) {
        return database.read(handle -> handle.createQuery("select 1 from public.files where object_key = :key")
                .bind("key", key.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public boolean takeTurn(Duration interval) {
        return database.write(
                handle -> handle.createUpdate("""
                        insert into atelier.sweeps as last (name, begun_at) values ('files', clock_timestamp())
                        on conflict (name) do update set begun_at = excluded.begun_at
                        where last.begun_at < excluded.begun_at - :interval
                        """).bind("interval", interval).execute() == 1);
    }
}
