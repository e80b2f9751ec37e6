package dev.atelier.port.in.search;

import dev.atelier.domain.error.Validation;
import dev.atelier.domain.search.SearchMode;

/**
 * What is looked for.
 *
 * @param query 1 to {@value #QUERY_MAX} characters, not blank
 * @param limit the most passages, 1 to {@value #LIMIT_MAX}
 */
public record SearchRequest(String query, int limit, SearchMode mode) {

    public static final int QUERY_MAX = 1_000;
    public static final int LIMIT_MAX = 50;
    public static final int LIMIT_DEFAULT = 10;

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed with every field that breaks its rule */
    public SearchRequest {
        new Validation()
                .name("query", query, QUERY_MAX)
                .require(limit >= 1 && limit <= LIMIT_MAX, "limit", "must be 1 to " + LIMIT_MAX)
                .orThrow();
    }
}
