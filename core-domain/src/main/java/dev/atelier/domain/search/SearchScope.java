package dev.atelier.domain.search;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;

/** Where is searched: in one project of one user, and nowhere else. */
public record SearchScope(UserId owner, ProjectId project) {}
