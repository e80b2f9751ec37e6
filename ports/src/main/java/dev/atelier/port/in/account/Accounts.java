package dev.atelier.port.in.account;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.port.in.Precondition;

/** What users see and change of themselves. */
public interface Accounts {

    /**
     * Lets somebody in for whom the identity provider vouches. The answer may be up to a minute old.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when there is no such user
     */
    void admit(UserId user);

    /**
     * The user.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when there is no such user
     */
    User get(UserId user);

    /**
     * Changes what users say about themselves.
     *
     * @throws dev.atelier.domain.error.DomainException.UserNotProvisioned when there is no such user
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule
     * @throws dev.atelier.domain.error.DomainException.RevisionMismatch when {@code precondition} does not admit it
     */
    User change(UserId user, ProfileChange change, Precondition precondition);
}
