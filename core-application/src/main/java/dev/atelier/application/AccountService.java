package dev.atelier.application;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.error.DomainException;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.account.Accounts;
import dev.atelier.port.in.account.ProfileChange;
import dev.atelier.port.out.account.UserRepository;
import java.time.Duration;
import java.time.InstantSource;

final class AccountService implements Accounts {

    private static final Duration ADMISSION_LIFETIME = Duration.ofMinutes(1);
    private static final int ADMISSIONS_REMEMBERED = 10_000;

    private final UserRepository users;
    private final ExpiringSet<UserId> admitted;

    AccountService(UserRepository users, InstantSource clock) {
        this.users = users;
        this.admitted = new ExpiringSet<>(ADMISSION_LIFETIME, ADMISSIONS_REMEMBERED, clock);
    }

    @Override
    public void admit(UserId user) {
        if (!admitted.contains(user)) {
            get(user);
            admitted.add(user);
        }
    }

    @Override
    public User get(UserId user) {
        return users.find(user).orElseThrow(DomainException.UserNotProvisioned::new);
    }

    @Override
    public User change(UserId user, ProfileChange change, Precondition precondition) {
        return OptimisticChange.apply(
                () -> get(user),
                User::revision,
                precondition,
                current -> new User(
                        current.id(),
                        current.email(),
                        new UserProfile(
                                change.fullName().orElse(current.profile().fullName())),
                        current.createdAt(),
                        current.revision() + 1),
                users::update);
    }
}
