package dev.atelier.adapter.http.token;

import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.health.HealthProbe;
import java.time.InstantSource;

/** The users' identity provider, as far as the API needs it. Safe for use by many threads. */
public final class SupabaseAuth implements AutoCloseable {

    private final KeySetAddress address;
    private final KeySetSource keys;
    private final TokenVerifier verifier;

    private SupabaseAuth(KeySetAddress address, KeySetSource keys, TokenVerifier verifier) {
        this.address = address;
        this.keys = keys;
        this.verifier = verifier;
    }

    /** Opens the adapter. It asks for the keys when the first token comes. */
    public static SupabaseAuth open(SupabaseAuthSettings settings, InstantSource clock) {
        var address = new KeySetAddress(settings);
        var keys = new KeySetSource(address, clock);
        return new SupabaseAuth(
                address,
                keys,
                new SupabaseTokenVerifier(keys, new ClaimRules(settings.issuer(), clock), new VerifiedTokens(clock)));
    }

    public TokenVerifier tokenVerifier() {
        return verifier;
    }

    /** Looks whether the keys can be had; its name is {@code auth}. */
    public HealthProbe healthProbe() {
        return new KeySetProbe(keys);
    }

    @Override
    public void close() {
        address.close();
    }
}
