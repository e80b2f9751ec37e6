package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** {@code GET /settings}: what can be used: address and password, without confirmation. */
final class Settings implements Handler {

    @Override
    public void handle(Context context) {
        context.json(Map.of(
                "external",
                Map.of("email", true, "phone", false, "anonymous_users", false),
                "disable_signup",
                false,
                "mailer_autoconfirm",
                true,
                "phone_autoconfirm",
                false,
                "saml_enabled",
                false));
    }
}
