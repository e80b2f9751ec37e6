package dev.atelier.local.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Begins sessions and renews them. Refresh tokens rotate: each is exchanged for the next. */
final class Sessions {

    /** Two tabs, or a client that got no answer, may use a token twice within this time. */
    private static final Duration REUSE_INTERVAL = Duration.ofSeconds(10);

    private static final int TOKEN_BYTES = 18;

    private final AccessTokens accessTokens;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(AccessTokens accessTokens, InstantSource clock) {
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /** The time as PostgreSQL can keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Begins a session for somebody who proved by this method who they are. */
    SessionResponse begin(AuthTables.Transaction tables, UUID userId, String method, Optional<String> userAgent) {
        Instant now = now();
        Session session = new Session(UUID.randomUUID(), userId, now, method);
        tables.sessions().insert(session, userAgent);
        tables.users().signedIn(userId, now);
        return answer(tables, session, issue(tables, session, Optional.empty()));
    }

    /**
     * Exchanges a refresh token for the next. The parent of the active token gives that one again, since its answer may
     * have been lost on the way; any other one that was used gives a new one for ten seconds.
     *
     * @return empty if the token was used too long ago. Somebody has stolen it, or the next: the tokens of the session are
     *     revoked, which stands only if the transaction does
     */
    Optional<SessionResponse> renew(AuthTables.Transaction tables, String token) {
        UUID sessionId = tables.refreshTokens()
                .byToken(token)
                .orElseThrow(AuthError::refreshTokenNotFound)
                .sessionId();
        Session session = tables.sessions().lock(sessionId).orElseThrow(AuthError::refreshTokenNotFound);
        RefreshToken given = tables.refreshTokens().byToken(token).orElseThrow(AuthError::refreshTokenNotFound);
        Optional<RefreshToken> next = next(tables, session, given);
        if (next.isEmpty()) {
            tables.refreshTokens().revokeAllOf(session.id(), now());
        }
        return next.map(refreshToken -> answer(tables, session, refreshToken));
    }

    private Optional<RefreshToken> next(AuthTables.Transaction tables, Session session, RefreshToken given) {
        if (!given.revoked()) {
            return Optional.of(exchange(tables, session, given));
        }
        Optional<RefreshToken> active = tables.refreshTokens().activeOf(session.id());
        if (active.filter(token -> token.isChildOf(given)).isPresent()) {
            return active;
        }
        boolean justUsed = !now().isAfter(given.updatedAt().plus(REUSE_INTERVAL));
        return active.filter(token -> justUsed).map(token -> exchange(tables, session, given));
    }

    private RefreshToken exchange(AuthTables.Transaction tables, Session session, RefreshToken given) {
        Instant now = now();
        tables.refreshTokens().revoke(given.token(), now);
        tables.sessions().refreshed(session.id(), now);
        return issue(tables, session, Optional.of(given.token()));
    }

    private RefreshToken issue(AuthTables.Transaction tables, Session session, Optional<String> parent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        RefreshToken token = new RefreshToken(text, session.id(), false, parent, now());
        tables.refreshTokens().insert(token, session.userId());
        return token;
    }

    private SessionResponse answer(AuthTables.Transaction tables, Session session, RefreshToken refreshToken) {
        User user = tables.users().byId(session.userId()).orElseThrow(AuthError::refreshTokenNotFound);
        if (user.isBannedAt(now())) {
            throw AuthError.userBanned();
        }
        UserResponse response = UserResponse.of(user, tables.users().identitiesOf(user.id()));
        return SessionResponse.of(accessTokens.issue(user, session), refreshToken, response);
    }
}
