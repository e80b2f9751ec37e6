package dev.atelier.bench.search;

import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalDatabase;
import java.sql.SQLException;
import java.util.UUID;

/** Whoever owns what is searched. */
final class Owner {

    private Owner() {}

    static UserId signUp(LocalDatabase database) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = database.as("supabase_auth_admin").dataSource().getConnection();
                var insert = connection.prepareStatement(
                        "insert into auth.users (id, email, created_at) values (?, 'bench@example.com', now())")) {
            insert.setObject(1, id);
            insert.execute();
        }
        return new UserId(id);
    }
}
