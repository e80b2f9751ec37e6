package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** {@code POST /token?grant_type=pkce}: a session for the code that a link has brought, and the secret behind it. */
final class PkceGrant implements Handler {

    private final AuthTables tables;
    private final Sessions sessions;

    PkceGrant(AuthTables tables, Sessions sessions) {
        this.tables = tables;
        this.sessions = sessions;
    }

    record Request(Optional<String> authCode, Optional<String> codeVerifier) {}

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        String authCode = request.authCode().orElse("");
        String verifier = request.codeVerifier().orElse("");
        if (authCode.isEmpty() || verifier.isEmpty()) {
            throw AuthError.invalid("invalid request: both auth code and code verifier should be non-empty");
        }
        // A refusal undoes the transaction: the code stays, for whoever has the right secret.
        context.json(tables.inTransaction(tx -> {
            FlowState state = tx.flowStates().take(authCode).orElseThrow(AuthError::flowStateNotFound);
            if (state.isExpiredAt(sessions.now())) {
                throw AuthError.flowStateExpired();
            }
            if (!state.challenge().isOf(verifier)) {
                throw AuthError.badCodeVerifier();
            }
            return sessions.begin(tx, state.userId(), state.method(), Optional.ofNullable(context.userAgent()));
        }));
    }
}
