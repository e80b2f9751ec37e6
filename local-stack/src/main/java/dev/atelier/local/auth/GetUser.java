package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /user}: the user of the token. */
final class GetUser implements Handler {

    private final AuthTables tables;
    private final BearerToken bearerToken;

    GetUser(AuthTables tables, BearerToken bearerToken) {
        this.tables = tables;
        this.bearerToken = bearerToken;
    }

    @Override
    public void handle(Context context) {
        AccessTokens.Claims claims = bearerToken.claims(context);
        context.json(tables.inTransaction(tx -> {
            User user = BearerToken.caller(tx, claims).user();
            return UserResponse.of(user, tx.users().identitiesOf(user.id()));
        }));
    }
}
