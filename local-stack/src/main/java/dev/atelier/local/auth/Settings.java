package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /settings}: what can be used: address and password, without confirmation. */
final class Settings implements Handler {

    private static final List<String> NOT_OFFERED = List.of(
            "anonymous_users",
            "apple",
            "azure",
            "bitbucket",
            "discord",
            "facebook",
            "figma",
            "fly",
            "github",
            "gitlab",
            "google",
            "kakao",
            "keycloak",
            "linkedin",
            "linkedin_oidc",
            "notion",
            "phone",
            "slack",
            "slack_oidc",
            "spotify",
            "twitch",
            "twitter",
            "workos",
            "zoom");

    private final Map<String, Object> settings;

    Settings() {
        Map<String, Boolean> external = new TreeMap<>(Map.of("email", true));
        NOT_OFFERED.forEach(provider -> external.put(provider, false));
        this.settings = Map.of(
                "external", external,
                "disable_signup", false,
                "mailer_autoconfirm", true,
                "phone_autoconfirm", false,
                "sms_provider", "",
                "saml_enabled", false);
    }

    @Override
    public void handle(Context context) {
        context.json(settings);
    }
}
