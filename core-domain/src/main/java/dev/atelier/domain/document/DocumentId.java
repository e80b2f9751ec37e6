package dev.atelier.domain.document;

import java.util.UUID;

public record DocumentId(UUID value) {

    /** Before the first one there could be, where documents are gone through in the order of their ids. */
    public static final DocumentId BELOW_ALL = new DocumentId(new UUID(0, 0));
}
