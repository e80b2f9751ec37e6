package dev.atelier.bootstrap;

import dev.atelier.adapter.http.token.SupabaseAuthSettings;
import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.port.out.health.Finding;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks whether database and users belong to one Supabase project, as far as their addresses tell. */
record SameProject(DatabaseUrl database, SupabaseAuthSettings auth) {

    /** What a project is named by; Supabase calls it its reference. */
    private static final String REF = "([a-z0-9]{8,40})";

    private static final Pattern OF_A_POOLER = Pattern.compile("[^.]+\\." + REF);
    private static final Pattern DIRECT = Pattern.compile("db\\." + REF + "\\.supabase\\.co");
    private static final Pattern PROJECT = Pattern.compile("https://" + REF + "\\.supabase\\.co/.*");

    /** Empty when they do, and when the addresses do not tell. */
    Optional<Finding> finding() {
        var ofDatabase = ref(DIRECT, database.host())
                .or(() -> database.host().endsWith(".supabase.com")
                        ? ref(OF_A_POOLER, database.user())
                        : Optional.empty());
        var ofUsers = ref(PROJECT, auth.issuer());
        return ofDatabase.isPresent() && ofUsers.isPresent() && !ofDatabase.equals(ofUsers)
                ? Optional.of(Finding.fault(
                        "SUPABASE_URL is of the project %s, DATABASE_URL of %s: users of the one have no row in the other"
                                .formatted(ofUsers.get(), ofDatabase.get()),
                        "Set both to the same project"))
                : Optional.empty();
    }

    private static Optional<String> ref(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
