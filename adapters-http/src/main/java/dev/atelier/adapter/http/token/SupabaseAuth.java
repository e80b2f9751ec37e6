package dev.atelier.adapter.http.token;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.HealthProbe;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The users' identity provider, as far as the API needs it. Safe for use by many threads. */
public final class SupabaseAuth implements AutoCloseable {

    private final SupabaseAuthSettings settings;
    private final KeySetAddress address;
    private final TrustedKeys keys;
    private final TokenVerifier verifier;

    private SupabaseAuth(
            SupabaseAuthSettings settings, KeySetAddress address, TrustedKeys keys, TokenVerifier verifier) {
        this.settings = settings;
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
        return new SupabaseAuth(settings, address, keys, verifier);
    }

    public TokenVerifier tokenVerifier() {
        return verifier;
    }

    /** Looks whether the keys can be had; its name is {@code auth}. */
    public HealthProbe healthProbe() {
        return new KeySetProbe(keys.published());
    }

    /**
     * Looks closely: whether the keys can be had, whether there is any that a token could be signed with (an old project
     * publishes none, and its shared secret has to be set), and whether the issuer is the one that tokens have to name.
     *
     * @return at least one finding
     * @throws PortFailure.Retryable when the keys cannot be had
     */
    public List<Finding> examine() {
        var published = keys.published();
        published.fetch();
        var misnamed = new IssuerExamination(settings).finding();
        if (misnamed.isPresent()) {
            return List.of(misnamed.get());
        }
        return keys.secret().isEmpty() && published.current().isEmpty()
                ? List.of(
                        Finding.warning(
                                "answers, and publishes no signing keys, so that every token is refused",
                                "Create signing keys in the project's settings, or set SUPABASE_JWT_SECRET to its legacy JWT secret"))
                : List.of(Finding.ok("answers, and has keys that tokens are signed with"));
    }

    @Override
    public void close() {
        address.close();
    }
}
