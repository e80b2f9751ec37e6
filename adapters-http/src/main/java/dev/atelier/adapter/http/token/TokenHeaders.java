package dev.atelier.adapter.http.token;

import java.util.Optional;

/**
 * Reads headers. All tokens of one key begin with the same letters, so the last header whose token was accepted is kept:
 * it need not be read again, and strangers cannot put another in its place.
 */
final class TokenHeaders {

    private volatile Optional<Known> known = Optional.empty();

    private record Known(String text, TokenHeader header) {}

    /** What the header asks for; empty when it is anything but a signature that we can check. */
    Optional<TokenHeader> of(CompactToken token) {
        var found = known.filter(last -> last.text().equals(token.headerText())).map(Known::header);
        return found.isPresent() ? found : token.header().flatMap(TokenHeader::of);
    }

    /** Keeps the header of a token that was accepted. */
    void keep(CompactToken token, TokenHeader header) {
        if (known.filter(last -> last.header().equals(header)).isEmpty()) {
            known = Optional.of(new Known(token.headerText(), header));
        }
    }
}
