package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** {@code POST /logout}: ends this session, the others, or all. Access tokens stay valid until they expire. */
final class LogOut implements Handler {

    private final AuthTables tables;
    private final BearerToken bearerToken;

    LogOut(AuthTables tables, BearerToken bearerToken) {
        this.tables = tables;
        this.bearerToken = bearerToken;
    }

    @Override
    public void handle(Context context) {
        AccessTokens.Claims claims = bearerToken.claims(context);
        String scope = Optional.ofNullable(context.queryParam("scope")).orElse("global");
        tables.inTransaction(tx -> {
            BearerToken.Caller caller = BearerToken.caller(tx, claims);
            end(tx.sessions(), caller, scope);
            return scope;
        });
        context.status(204);
    }

    private static void end(SessionTable sessions, BearerToken.Caller caller, String scope) {
        switch (scope) {
            case "global" -> sessions.deleteAllOf(caller.user().id());
            case "local" -> sessions.delete(caller.session().id());
            case "others" -> sessions.deleteOthers(caller.session());
            default -> throw AuthError.invalid("Unsupported logout scope \"" + scope + "\"");
        }
    }
}
