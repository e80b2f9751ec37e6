package dev.atelier.bootstrap;

import java.util.HashMap;
import java.util.Map;

/** Environments for tests. */
final class Settings {

    private static final Map<String, String> COMPLETE = Map.ofEntries(
            Map.entry("DATABASE_URL", "postgresql://postgres:dbsecret@localhost:5432/postgres"),
            Map.entry("SUPABASE_URL", "https://abcdefgh.supabase.co"),
            Map.entry("R2_ENDPOINT", "https://account.r2.cloudflarestorage.com"),
            Map.entry("R2_ACCESS_KEY", "accesskey"),
            Map.entry("R2_SECRET_KEY", "r2secret"),
            Map.entry("R2_BUCKET", "atelier"),
            Map.entry("R2_PUBLIC_URL", "https://files.example.com"),
            Map.entry("REDIS_URL", "redis://:redissecret@redis:6379/2"),
            Map.entry("FRONTEND_URL", "https://app.example.com"),
            Map.entry("AI_PROVIDER", "offline"),
            Map.entry("APP_ENV", "development"));

    private Settings() {}

    /** Everything that is needed, and nothing else. */
    static Map<String, String> complete() {
        return COMPLETE;
    }

    static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> settings, String name) {
        var changed = new HashMap<>(settings);
        changed.remove(name);
        return changed;
    }
}
