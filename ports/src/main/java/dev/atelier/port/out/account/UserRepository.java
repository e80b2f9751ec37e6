package dev.atelier.port.out.account;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import java.util.Optional;

/**
 * The users. They come and go with Supabase Auth, never through this port.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface UserRepository {

    /** The user; empty when Supabase Auth has none of that id. */
    Optional<User> find(UserId id);

    /**
     * Stores {@code changed}'s profile and revision, provided that the stored revision is the one before.
     *
     * @return whether it was; nothing is stored when not, or when there is no such user
     */
    boolean update(User changed);
}
