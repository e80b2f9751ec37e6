package dev.atelier.adapter.postgres;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.port.out.account.UserRepository;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

final class JdbiUserRepository implements UserRepository {

    private static final RowMapper<User> USER = (row, context) -> new User(
            new UserId(Columns.uuid(row, "id")),
            row.getString("email"),
            new UserProfile(row.getString("full_name")),
            Columns.instant(row, "created_at"),
            row.getLong("revision"));

    private final Database database;

    JdbiUserRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.read(handle -> handle.createQuery("select * from public.users where id = :id")
                .bind("id", id.value())
                .map(USER)
                .findOne());
    }

    @Override
    public boolean update(User changed) {
        return database.write(handle -> handle.createUpdate("""
                        update public.users set full_name = :fullName, revision = :revision
                        where id = :id and revision = :revision - 1
                        """)
                        .bind("id", changed.id().value())
                        .bind("fullName", changed.profile().fullName())
                        .bind("revision", changed.revision())
                        .execute()
                == 1);
    }
}
