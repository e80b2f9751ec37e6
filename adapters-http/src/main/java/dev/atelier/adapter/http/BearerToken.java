package dev.atelier.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token that a request brings in its {@code Authorization} header (RFC 6750, section 2.1), and nowhere else. */
final class BearerToken {

    private static final Pattern OUR_SCHEME = Pattern.compile("bearer(\\s.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIALS =
            Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    private BearerToken() {}

    /**
     * The token; empty when the request brings none.
     *
     * @throws ProblemException when it brings several, or something that no token looks like
     */
    static Optional<String> of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) {
            throw Unauthorized.invalid().exception();
        }
        return headers.stream()
                .map(String::strip)
                .filter(header -> OUR_SCHEME.matcher(header).matches())
                .findFirst()
                .map(BearerToken::parse);
    }

    private static String parse(String header) {
        var matcher = CREDENTIALS.matcher(header);
        if (!matcher.matches()) {
            throw Unauthorized.invalid().exception();
        }
        return matcher.group(1);
    }
}
