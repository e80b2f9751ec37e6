package dev.atelier.adapter.http.token;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import com.nimbusds.jose.JWSVerifier;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who does the arithmetic of signatures: the JDK, or a native library that is many times faster at ES256 and EdDSA. It is
 * asked by name, and never made the default of the whole process.
 */
final class SignatureProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureProvider.class);
    private static final SignatureProvider JDK = new SignatureProvider(Optional.empty());

    private final Optional<Provider> provider;

    /** @param provider empty for the JDK */
    SignatureProvider(Optional<Provider> provider) {
        this.provider = provider;
    }

    /** Loading takes a tenth of a second, so it waits until somebody asks. */
    private static final class Fastest {
        private static final SignatureProvider FOUND = corretto().orElse(JDK);
    }

    static SignatureProvider jdk() {
        return JDK;
    }

    /** The native one where it can be had, the JDK's where not. */
    static SignatureProvider fastest() {
        return Fastest.FOUND;
    }

    /** Amazon Corretto's, if it loads on this machine and does its sums right. */
    static Optional<SignatureProvider> corretto() {
        try {
            var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            corretto.assertHealthy();
            if (corretto.runSelfTests() == SelfTestStatus.PASSED) {
                return Optional.of(new SignatureProvider(Optional.of(corretto)));
            }
            LOG.warn("the native provider fails its own tests; signatures are checked by the JDK");
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the native provider does not load; signatures are checked by the JDK: {}", e.toString());
        }
        return Optional.empty();
    }

    /** Lets {@code verifier} have its sums done here. */
    <V extends JWSVerifier> V serve(V verifier) {
        provider.ifPresent(verifier.getJCAContext()::setProvider);
        return verifier;
    }

    /** The same key in the provider's own form, which spares it the translation at each use. */
    <K extends PublicKey> K own(K key, Class<K> kind) throws InvalidKeyException {
        if (provider.isEmpty()) {
            return key;
        }
        try {
            return kind.cast(
                    KeyFactory.getInstance(key.getAlgorithm(), provider.get()).translateKey(key));
        } catch (NoSuchAlgorithmException e) {
            throw new InvalidKeyException("the provider has no keys of " + key.getAlgorithm(), e);
        }
    }

    @Override
    public String toString() {
        return provider.map(Provider::getName).orElse("JDK");
    }
}
