package dev.atelier.bootstrap;

import dev.atelier.port.out.health.Finding;
import java.util.Arrays;
import java.util.Optional;

/** Looks whether the frontend's addresses are origins alone (RFC 6454): what follows an origin is not regarded. */
final class FrontendPath {

    private FrontendPath() {}

    /** @param urls comma-separated, each a valid address */
    static Optional<Finding> finding(String urls) {
        return Arrays.stream(urls.split(","))
                .map(String::strip)
                .filter(url -> !url.matches("https?://[^/?#]+/?"))
                .findFirst()
                .map(url -> Finding.warning(
                        "FRONTEND_URL has more than scheme, host and port; the rest is not regarded",
                        "Set it to the origin alone, for example https://app.example.com"));
    }
}
