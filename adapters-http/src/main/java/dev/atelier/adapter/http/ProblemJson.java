package dev.atelier.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** RFC 9457, with {@code code}, {@code requestId} and {@code errors} besides. */
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<?> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The kind is told by {@code code}, for which the RFC's own {@code type} says nothing more than the status. */
    private static final String NO_TYPE_OF_ITS_OWN = "about:blank";

    static ProblemJson of(Problem problem, String requestId) {
        return new ProblemJson(
                NO_TYPE_OF_ITS_OWN,
                HttpStatus.getMessage(problem.status()),
                problem.status(),
                problem.detail(),
                problem.code().toString(),
                requestId,
                problem.errors());
    }
}
