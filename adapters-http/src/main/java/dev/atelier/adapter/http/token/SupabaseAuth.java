package dev.atelier.adapter.http.token;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.health.HealthProbe;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The users' identity provider, as far as the API needs it. Safe for use by many threads. */
public final class SupabaseAuth implements AutoCloseable {

    private final KeySetAddress address;
    private final TrustedKeys keys;
    private final TokenVerifier verifier;

    private SupabaseAuth(KeySetAddress address, TrustedKeys keys, TokenVerifier verifier) {
        this.address = address;
        this.keys = keys;
        this.verifier = verifier;
    }

    /**
     * Opens the adapter. It asks for the keys when the first token comes. Signatures are checked by a native library where it
     * can be loaded, by the JDK where not.
     */
    public static SupabaseAuth open(SupabaseAuthSettings settings, InstantSource clock) {
        return open(settings, clock, SignatureProvider::fastest);
    }

    static SupabaseAuth open(SupabaseAuthSettings settings, InstantSource clock, Supplier<SignatureProvider> provider) {
        var address = new KeySetAddress(settings, provider);
        var secret = settings.sharedSecret().map(text -> VerificationKey.shared(text.getBytes(StandardCharsets.UTF_8)));
        var keys = new TrustedKeys(new KeySetSource(new KeySetFetches(address, clock)), secret);
        var verifier = new SupabaseTokenVerifier(
                keys, new ClaimRules(settings.issuer(), clock), new VerifiedTokens(keys, clock));
        return new SupabaseAuth(address, keys, verifier);
    }

    public TokenVerifier tokenVerifier() {
        return verifier;
    }

    /** Looks whether the keys can be had; its name is {@code auth}. */
    public HealthProbe healthProbe() {
        return new KeySetProbe(keys.published());
    }

    /**
     * Whether there is any key that a token could be signed with. Where there is none, every token is refused: an old
     * project publishes none, and its shared secret has to be set.
     *
     * @throws PortFailure.Retryable when the keys cannot be had
     */
    public boolean hasKeys() {
        return keys.secret().isPresent() || !keys.published().current().isEmpty();
    }

    @Override
    public void close() {
        address.close();
    }
}
