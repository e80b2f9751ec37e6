package dev.atelier.bench.token;

import dev.atelier.adapter.http.token.SupabaseAuth;
import dev.atelier.port.out.account.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** A token that was verified before, by one thread and by several at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls what sets up first
public class RepeatedVerification {

    private static final int USERS = 1_000;

    private Issuer issuer;
    private SupabaseAuth auth;
    private List<String> tokens;

    @Setup
    public void verifyOnce() throws GeneralSecurityException, IOException {
        issuer = new Issuer(Algorithm.ES256);
        auth = SupabaseAuth.open(issuer.settings(), InstantSource.system());
        tokens = issuer.tokens(USERS);
        tokens.forEach(auth.tokenVerifier()::verify);
    }

    @TearDown
    public void stop() {
        auth.close();
        issuer.close();
    }

    @Benchmark
    public Verification oneThread() {
        return auth.tokenVerifier().verify(anyToken());
    }

    @Benchmark
    @Threads(Threads.MAX)
    public Verification everyProcessor() {
        return auth.tokenVerifier().verify(anyToken());
    }

    @Benchmark
    @Threads(16)
    public Verification sixteenThreads() {
        return auth.tokenVerifier().verify(anyToken());
    }

    private String anyToken() {
        return tokens.get(ThreadLocalRandom.current().nextInt(USERS));
    }
}
