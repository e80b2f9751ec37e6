package dev.atelier.bench.token;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A token that was never seen before, whole, beside the check of its signature and nothing else by each provider. Samples,
 * because their median does not mind who else uses the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls what sets up first
public class FirstVerification {

    private static final int TOKENS = 5_000;

    @Param
    public Algorithm algorithm;

    private Issuer issuer;
    private List<String> tokens;
    private List<Parts> parts;
    private SupabaseAuth auth;
    private int next;

    private Bare jdk;
    private Bare corretto;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Parts(byte[] signed, byte[] signature) {

        static Parts of(String token) {
            int dot = token.lastIndexOf('.');
            return new Parts(
                    token.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(token.substring(dot + 1)));
        }
    }

    /** A provider with the key in the form it likes best. */
    private record Bare(Algorithm algorithm, Provider provider, PublicKey key) {

        static Bare of(Algorithm algorithm, Provider provider, PublicKey key) throws GeneralSecurityException {
            return new Bare(algorithm, provider, (PublicKey) translated(algorithm, provider, key));
        }

        private static Key translated(Algorithm algorithm, Provider provider, PublicKey key)
                throws GeneralSecurityException {
            try {
                return KeyFactory.getInstance(algorithm.keyType(), provider).translateKey(key);
            } catch (NoSuchAlgorithmException e) {
                return key;
            }
        }

        boolean verifies(Parts parts) throws GeneralSecurityException {
            var check = Signature.getInstance(algorithm.signature(), provider);
            check.initVerify(key);
            check.update(parts.signed);
            return check.verify(parts.signature);
        }
    }

    @Setup
    public void sign() throws GeneralSecurityException, IOException {
        issuer = new Issuer(algorithm);
        tokens = issuer.tokens(TOKENS);
        parts = tokens.stream().map(Parts::of).toList();
        var key = issuer.keys().getPublic();
        var ofTheJdk = Security.getProviders("Signature." + algorithm.signature())[0];
        jdk = Bare.of(algorithm, ofTheJdk, key);
        corretto = Bare.of(algorithm, AmazonCorrettoCryptoProvider.INSTANCE, key);
        auth = opened();
    }

    @TearDown
    public void stop() {
        auth.close();
        issuer.close();
    }

    @Benchmark
    public Verification whole() {
        if (next == 0) {
            auth.close();
            auth = opened();
        }
        return auth.tokenVerifier().verify(tokens.get(next()));
    }

    /** It has the key set, and remembers none of the tokens. */
    private SupabaseAuth opened() {
        var opened = SupabaseAuth.open(issuer.settings(), InstantSource.system());
        if (!(opened.tokenVerifier().verify(issuer.token()) instanceof Accepted)) {
            throw new IllegalStateException("a good token was not accepted");
        }
        return opened;
    }

    private int next() {
        next = (next + 1) % TOKENS;
        return next;
    }

    @Benchmark
    public boolean bareByCorretto() throws GeneralSecurityException {
        return corretto.verifies(parts.get(next()));
    }

    @Benchmark
    public boolean bareByTheJdk() throws GeneralSecurityException {
        return jdk.verifies(parts.get(next()));
    }
}
