package dev.atelier.domain.document;

import dev.atelier.domain.account.UserId;

/** A document, and whose it is; for work that is done for all owners. */
public record OwnedDocument(UserId owner, DocumentId id) {}
