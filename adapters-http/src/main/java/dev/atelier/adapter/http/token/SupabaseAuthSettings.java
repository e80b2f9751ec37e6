package dev.atelier.adapter.http.token;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Whose tokens are accepted.
 *
 * @param issuer what they name as their issuer
 * @param keySetAddress where the issuer publishes its keys (RFC 7517)
 * @param patience how long a request for the keys may take
 */
public record SupabaseAuthSettings(String issuer, URI keySetAddress, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** @throws IllegalArgumentException when the address is not one of HTTP */
    public SupabaseAuthSettings {
        if (!Set.of("http", "https").contains(String.valueOf(keySetAddress.getScheme()))
                || keySetAddress.getHost() == null) {
            throw new IllegalArgumentException(
                    "expected an address like https://REF.supabase.co, not " + keySetAddress);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience must be more than 0");
        }
    }

    /**
     * As Supabase has it for the project at {@code supabaseUrl}.
     *
     * @param supabaseUrl {@code https://REF.supabase.co}, with or without a slash at the end
     */
    public static SupabaseAuthSettings of(URI supabaseUrl) {
        var issuer = supabaseUrl.toString().replaceFirst("/+$", "") + "/auth/v1";
        return new SupabaseAuthSettings(issuer, URI.create(issuer + "/.well-known/jwks.json"), PATIENCE);
    }
}
