package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Supabase's gateway does in front of the service: nothing gets in without the publishable key of the project, but for
 * the public keys and what links in mails lead to.
 */
final class ApiKeyCheck implements Handler {

    private static final String HEADER = "apikey";
    private static final Set<String> OPEN = Set.of(AuthRoutes.KEY_SET_PATH, AuthRoutes.VERIFY_PATH);

    @Override
    public void handle(Context context) {
        if (OPEN.contains(context.path())) {
            return;
        }
        Optional<String> key =
                Optional.ofNullable(context.header(HEADER)).or(() -> Optional.ofNullable(context.queryParam(HEADER)));
        if (key.isEmpty()) {
            refuse(context, "No API key found in request", "No `apikey` request header or url param was found.");
        } else if (!key.get().equals(LocalSupabaseAuth.PUBLISHABLE_KEY)) {
            refuse(context, "Invalid API key", "Double check your Supabase `anon` or `service_role` API key.");
        }
    }

    /** In the gateway's own form, which is not that of the service. */
    private static void refuse(Context context, String message, String hint) {
        context.status(401).json(Map.of("message", message, "hint", hint)).skipRemainingHandlers();
    }
}
