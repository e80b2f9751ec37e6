package dev.atelier.adapter.http;

import dev.atelier.domain.account.User;
import java.time.Instant;
import java.util.UUID;

record UserJson(UUID id, String email, String fullName, Instant createdAt) {

    static UserJson of(User user) {
        return new UserJson(user.id().value(), user.email(), user.profile().fullName(), user.createdAt());
    }
}
