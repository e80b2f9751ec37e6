package dev.atelier.port.out.run;

import dev.atelier.domain.run.ModelUsage;
import java.net.URI;
import java.util.List;

/** Searches the web. */
public interface WebSearch {

    /**
     * Searches. A call may cost money, also when its answer is lost; so it is one attempt: the service is asked once at
     * most, and who calls decides about asking again. A call ends within minutes by itself, and promptly when its thread is
     * interrupted; then it throws with the thread's interrupt status set. To find nothing is no failure.
     *
     * @throws dev.atelier.port.PortFailure.Retryable when the service could not be asked, or cannot answer now
     * @throws dev.atelier.port.PortFailure.Permanent when it will not answer this; the message is the provider's own
     * @throws dev.atelier.port.PortFailure.OutcomeUnknown when it was asked and the answer was lost
     */
    Findings search(Request request);

    /** How thoroughly to search; the more, the slower and the more expensive. */
    enum Depth {
        BASIC,
        ADVANCED
    }

    /**
     * What is looked for.
     *
     * @param query in words; not blank
     * @param maxResults 1 to {@value #RESULTS_MAX}
     * @param includeDomains where to look ({@code example.org}), at most {@value #DOMAINS_MAX}; empty for everywhere
     * @param excludeDomains where not to look, at most {@value #DOMAINS_MAX}
     */
    record Request(
            String query, int maxResults, Depth depth, List<String> includeDomains, List<String> excludeDomains) {

        public static final int RESULTS_MAX = 20;
        public static final int DOMAINS_MAX = 150;

        /** @throws IllegalArgumentException when the query is blank, or a number is out of its range */
        public Request {
            includeDomains = List.copyOf(includeDomains);
            excludeDomains = List.copyOf(excludeDomains);
            if (query.isBlank()) {
                throw new IllegalArgumentException("the query is blank");
            }
            if (maxResults < 1 || maxResults > RESULTS_MAX) {
                throw new IllegalArgumentException("maxResults is from 1 to %d".formatted(RESULTS_MAX));
            }
            if (includeDomains.size() > DOMAINS_MAX || excludeDomains.size() > DOMAINS_MAX) {
                throw new IllegalArgumentException("at most %d domains".formatted(DOMAINS_MAX));
            }
        }
    }

    /**
     * What was found.
     *
     * @param answer a short text that answers the query; empty when the service has none
     * @param results at most {@code maxResults}, the best first
     * @param usage the service by its name, without tokens, with its cost
     */
    record Findings(String answer, List<Result> results, ModelUsage usage) {

        public Findings {
            results = List.copyOf(results);
        }
    }

    /**
     * A page.
     *
     * @param url absolute, http or https
     * @param content what is said there about the query, as plain text
     * @param score how well it fits, from 0 to 1
     */
    record Result(String title, URI url, String content, double score) {}
}
