package dev.atelier.testkit.memory;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.UserRepository;
import java.util.Optional;

final class InMemoryUserRepository implements UserRepository {

    private final InMemoryDatabase database;

    InMemoryUserRepository(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.statement(() -> database.users().find(id));
    }

    @Override
    public boolean update(User changed) {
        return database.statement(() -> {
            var stored = database.users().find(changed.id()).filter(user -> user.revision() == changed.revision() - 1);
            stored.ifPresent(user -> database.users()
                    .put(
                            user.id(),
                            new User(
                                    user.id(), user.email(), changed.profile(), user.createdAt(), changed.revision())));
            return stored.isPresent();
        });
    }
}
