package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** {@code POST /token?grant_type=refresh_token}: a new access token for a refresh token. */
final class RefreshTokenGrant implements Handler {

    private final AuthTables tables;
    private final Sessions sessions;

    RefreshTokenGrant(AuthTables tables, Sessions sessions) {
        this.tables = tables;
        this.sessions = sessions;
    }

    record Request(Optional<String> refreshToken) {}

    @Override
    public void handle(Context context) {
        String token = RequestBody.as(Request.class, context)
                .refreshToken()
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> AuthError.invalid("refresh_token required"));
        // Refused outside of the transaction, in which the session's tokens have been revoked.
        context.json(
                tables.inTransaction(tx -> sessions.renew(tx, token)).orElseThrow(AuthError::refreshTokenAlreadyUsed));
    }
}
