package dev.atelier.bench.search;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.SearchScope;
import java.util.UUID;

/** One among all; its passages are those from {@code first} on. */
record Project(UUID id, int first, int passages) {

    SearchScope of(UserId owner) {
        return new SearchScope(owner, new ProjectId(id));
    }
}
