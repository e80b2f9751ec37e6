package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;

/** {@code POST /token}: leaves it to the handler of the grant. */
final class Token implements Handler {

    private final Map<String, Handler> grants;

    Token(Map<String, Handler> grants) {
        this.grants = Map.copyOf(grants);
    }

    @Override
    public void handle(Context context) throws Exception {
        Optional.ofNullable(context.queryParam("grant_type"))
                .flatMap(type -> Optional.ofNullable(grants.get(type)))
                .orElseThrow(() -> AuthError.invalid("unsupported_grant_type"))
                .handle(context);
    }
}
