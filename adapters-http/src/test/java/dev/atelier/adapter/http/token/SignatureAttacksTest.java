package dev.atelier.adapter.http.token;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that are none, by each provider. */
@ParameterizedClass
@MethodSource("dev.atelier.adapter.http.token.Verifier#providers")
class SignatureAttacksTest {

    private static final int OCTETS = 32;

    private final SignatureProvider provider;

    SignatureAttacksTest(SignatureProvider provider) {
        this.provider = provider;
    }

    @Test
    void whatever_is_changed_of_a_token_makes_it_invalid() {
        for (var algorithm : new String[] {"ES256", "RS256", "EdDSA"}) {
            try (var verifier = new Verifier(SigningKey.of(algorithm, "one"), provider)) {
                var token = verifier.key.sign(verifier.claims());
                verifier.assertAccepted(token);
                for (int i = 0; i < token.length(); i += 7) {
                    if (token.charAt(i) != '.') {
                        char other = token.charAt(i) == 'A' ? 'B' : 'A';
                        verifier.assertInvalid(token.substring(0, i) + other + token.substring(i + 1));
                    }
                }
            }
        }
    }

    @Test
    void a_signature_of_another_length() {
        for (var algorithm : new String[] {"ES256", "RS256", "EdDSA"}) {
            try (var verifier = new Verifier(SigningKey.of(algorithm, "one"), provider)) {
                var signed = signed(verifier);
                var right = verifier.key.signatureOf(signed);
                verifier.assertAccepted(signed + "." + Base64URL.encode(right));
                for (int length :
                        new int[] {1, right.length / 2, right.length - 1, right.length + 1, 2 * right.length}) {
                    verifier.assertInvalid(signed + "." + Base64URL.encode(Arrays.copyOf(right, length)));
                }
                var longer = new byte[right.length + 1];
                System.arraycopy(right, 0, longer, 1, right.length);
                verifier.assertInvalid(signed + "." + Base64URL.encode(longer));
            }
        }
    }

    @Test
    void an_ecdsa_signature_in_der() throws JOSEException {
        try (var verifier = Verifier.withEs256(provider)) {
            var signed = signed(verifier);
            var der = ECDSA.transcodeSignatureToDER(verifier.key.signatureOf(signed));

            verifier.assertInvalid(signed + "." + Base64URL.encode(der));
        }
    }

    @Test
    void an_ecdsa_signature_with_a_zero_or_a_number_that_is_the_order_of_the_curve() {
        try (var verifier = Verifier.withEs256(provider)) {
            var signed = signed(verifier);
            var right = verifier.key.signatureOf(signed);
            var r = new BigInteger(1, Arrays.copyOf(right, OCTETS));
            var s = new BigInteger(1, Arrays.copyOfRange(right, OCTETS, 2 * OCTETS));

            verifier.assertAccepted(signed + "." + encode(r, s));
            for (var bad : new BigInteger[] {
                BigInteger.ZERO, CraftedSignature.N, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)
            }) {
                verifier.assertInvalid(signed + "." + encode(bad, s));
                verifier.assertInvalid(signed + "." + encode(r, bad));
                verifier.assertInvalid(signed + "." + encode(bad, bad));
            }
        }
    }

    /** Whoever calculates modulo n without looking first takes them for the right ones. */
    @Test
    void an_ecdsa_signature_with_numbers_not_below_the_order_of_the_curve() {
        try (var verifier = Verifier.withEs256(provider)) {
            var signed = signed(SigningKey.es256("crafted"), verifier);
            var crafted = CraftedSignature.of(signed, "crafted");
            verifier.issuer.publish(new SigningKey("crafted", "ES256", crafted.key(), bytes -> bytes));
            var r = crafted.r();
            var s = crafted.s();
            var n = CraftedSignature.N;

            verifier.assertAccepted(signed + "." + encode(r, s));
            verifier.assertInvalid(signed + "." + encode(r.add(n), s));
            verifier.assertInvalid(signed + "." + encode(r, s.add(n)));
            verifier.assertInvalid(signed + "." + encode(r.add(n), s.add(n)));
        }
    }

    /** S and S + L are the same to whoever does not look (RFC 8032, section 5.1.7). */
    @Test
    void an_ed25519_signature_with_a_number_not_below_the_order_of_the_group() {
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        try (var verifier = new Verifier(SigningKey.edDsa("one"), provider)) {
            var signed = signed(verifier);
            var signature = verifier.key.signatureOf(signed);
            var s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, OCTETS, 2 * OCTETS)));
            var larger = reversed(s.add(order).toByteArray());
            assertTrue(larger.length <= OCTETS);
            var changed = Arrays.copyOf(signature, 2 * OCTETS);
            Arrays.fill(changed, OCTETS, 2 * OCTETS, (byte) 0);
            System.arraycopy(larger, 0, changed, OCTETS, larger.length);

            verifier.assertAccepted(signed + "." + Base64URL.encode(signature));
            verifier.assertInvalid(signed + "." + Base64URL.encode(changed));
            verifier.assertInvalid(signed + "." + Base64URL.encode(new byte[2 * OCTETS]));
        }
    }

    @Test
    void an_rsa_signature_that_is_zero_one_or_not_below_the_modulus() {
        try (var verifier = new Verifier(SigningKey.rs256("one", 2048), provider)) {
            var signed = signed(verifier);
            var octets = new byte[256];
            verifier.assertInvalid(signed + "." + Base64URL.encode(octets));
            octets[255] = 1;
            verifier.assertInvalid(signed + "." + Base64URL.encode(octets));
            Arrays.fill(octets, (byte) 0xff);
            verifier.assertInvalid(signed + "." + Base64URL.encode(octets));
        }
    }

    @Test
    void a_signature_of_another_key_whatever_the_header_says() {
        for (var algorithm : new String[] {"ES256", "RS256", "EdDSA"}) {
            try (var verifier = new Verifier(SigningKey.of(algorithm, "one"), provider)) {
                var strange = SigningKey.of(algorithm, "one");

                verifier.assertInvalid(strange.sign(verifier.claims()));
                for (var bait : Map.of(
                                "jwk",
                                strange.published().toJSONString(),
                                "jku",
                                "\"" + verifier.issuer.settings().keySetAddress() + "?mine\"",
                                "x5u",
                                "\"" + verifier.issuer.settings().keySetAddress() + "?mine\"",
                                "x5c",
                                "[\"MIIB\"]")
                        .entrySet()) {
                    var header = "{\"alg\":\"%s\",\"kid\":\"one\",\"typ\":\"JWT\",\"%s\":%s}"
                            .formatted(algorithm, bait.getKey(), bait.getValue());
                    verifier.assertInvalid(strange.sign(header, verifier.claims()));
                }
            }
        }
    }

    private static String signed(Verifier verifier) {
        return signed(verifier.key, verifier);
    }

    private static String signed(SigningKey key, Verifier verifier) {
        return Base64URL.encode(key.header()) + "."
                + Base64URL.encode(verifier.claims().build().toString());
    }

    private static Base64URL encode(BigInteger r, BigInteger s) {
        return Base64URL.encode(CraftedSignature.join(r, s));
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
