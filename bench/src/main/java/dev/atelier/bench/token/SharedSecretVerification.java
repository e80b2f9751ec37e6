package dev.atelier.bench.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A token of an old project, signed with a shared secret, that was never seen before, whole, beside its HMAC alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls what sets up first
public class SharedSecretVerification {

    private static final int TOKENS = 5_000;
    private static final String HMAC = "HmacSHA256";
    private static final String SECRET = "a secret of this benchmark, which is nobody else's";

    private final SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(UTF_8), HMAC);
    private Issuer issuer;
    private List<String> tokens;
    private SupabaseAuth auth;
    private int next;

    @Setup
    public void sign() throws GeneralSecurityException, IOException {
        issuer = new Issuer(Algorithm.ES256);
        tokens = IntStream.range(0, TOKENS)
                .mapToObj(i -> issuer.token("HS256", signed -> hmac(Mac.getInstance(HMAC), signed)))
                .toList();
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
        return auth.tokenVerifier().verify(next());
    }

    private SupabaseAuth opened() {
        var opened = SupabaseAuth.open(issuer.settings().withSharedSecret(SECRET), InstantSource.system());
        if (!(opened.tokenVerifier().verify(tokens.getLast()) instanceof Accepted)) {
            throw new IllegalStateException("a good token was not accepted");
        }
        return opened;
    }

    private String next() {
        next = (next + 1) % TOKENS;
        return tokens.get(next);
    }

    @Benchmark
    public boolean bareByCorretto() throws GeneralSecurityException {
        return verifies(Mac.getInstance(HMAC, AmazonCorrettoCryptoProvider.INSTANCE), next());
    }

    @Benchmark
    public boolean bareByTheJdk() throws GeneralSecurityException {
        return verifies(Mac.getInstance(HMAC), next());
    }

    private boolean verifies(Mac mac, String token) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        var signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        return MessageDigest.isEqual(hmac(mac, token.substring(0, dot).getBytes(US_ASCII)), signature);
    }

    private byte[] hmac(Mac mac, byte[] signed) throws GeneralSecurityException {
        mac.init(key);
        return mac.doFinal(signed);
    }
}
