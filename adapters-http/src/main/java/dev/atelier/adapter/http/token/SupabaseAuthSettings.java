package dev.atelier.adapter.http.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whose tokens are accepted.
 *
 * @param issuer what they name as their issuer
 * @param keySetAddress where the issuer publishes its keys (RFC 7517)
 * @param patience how long a request for the keys may take
 * @param sharedSecret what old projects sign with (HS256), at least 32 bytes; without it such tokens are not accepted
 */
public record SupabaseAuthSettings(String issuer, URI keySetAddress, Duration patience, Optional<String> sharedSecret) {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** As many as the digest has (RFC 7518, section 3.2). */
    private static final int MIN_SECRET_BYTES = 32;

    /** Those that the Supabase CLI and its compose file begin with, and everybody knows. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "super-secret-jwt-token-with-at-least-32-characters-long",
            "your-super-secret-jwt-token-with-at-least-32-characters-long");

    /** @throws IllegalArgumentException when the address is not one of HTTP, or the secret is too short */
    public SupabaseAuthSettings {
        if (!Set.of("http", "https").contains(String.valueOf(keySetAddress.getScheme()))
                || keySetAddress.getHost() == null) {
            throw new IllegalArgumentException(
                    "expected an address like https://REF.supabase.co, not " + keySetAddress);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience must be more than 0");
        }
        sharedSecret.ifPresent(SupabaseAuthSettings::requireLength);
    }

    private static void requireLength(String secret) {
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "is shorter than %d bytes, which can be guessed".formatted(MIN_SECRET_BYTES));
        }
    }

    /**
     * As Supabase has it for the project at {@code supabaseUrl}, without a shared secret.
     *
     * @param supabaseUrl {@code https://REF.supabase.co}, with or without a slash at the end
     */
    public static SupabaseAuthSettings of(URI supabaseUrl) {
        var issuer = supabaseUrl.toString().replaceFirst("/+$", "") + "/auth/v1";
        return new SupabaseAuthSettings(
                issuer, URI.create(issuer + "/.well-known/jwks.json"), PATIENCE, Optional.empty());
    }

    /**
     * The same, with a shared secret.
     *
     * @throws IllegalArgumentException when it is too short; the message does not show it
     */
    public SupabaseAuthSettings withSharedSecret(String secret) {
        return new SupabaseAuthSettings(issuer, keySetAddress, patience, Optional.of(secret));
    }

    /** Whether the shared secret is one that everybody knows, because Supabase's local tools begin with it. */
    public boolean hasWellKnownSecret() {
        return sharedSecret.filter(WELL_KNOWN::contains).isPresent();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "%s (keys at %s%s)"
                .formatted(issuer, keySetAddress, sharedSecret.isPresent() ? ", and a shared secret" : "");
    }
}
