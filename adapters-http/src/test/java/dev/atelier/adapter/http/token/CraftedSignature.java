package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.BigIntegerUtils;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A signature of P-256 whose r and s are both so small that r + n and s + n have 32 octets as well, which no signer comes
 * upon in this universe. Whoever may choose the key makes one backwards: R is a point with a small x, r is that x, s is
 * anything, and the key is Q = (s R - e G) / r.
 */
record CraftedSignature(ECKey key, BigInteger r, BigInteger s) {

    static final BigInteger N = Curve.P_256.toECParameterSpec().getOrder();

    private static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final int OCTETS = 32;

    /** A point that is not the one at infinity. */
    private record Point(BigInteger x, BigInteger y) {

        static final Point G = new Point(
                Curve.P_256.toECParameterSpec().getGenerator().getAffineX(),
                Curve.P_256.toECParameterSpec().getGenerator().getAffineY());

        Point plus(Point other) {
            var slope = equals(other)
                    ? x.pow(2)
                            .multiply(THREE)
                            .subtract(THREE)
                            .multiply(y.shiftLeft(1).modInverse(P))
                    : other.y.subtract(y).multiply(other.x.subtract(x).modInverse(P));
            var sumX = slope.pow(2).subtract(x).subtract(other.x).mod(P);
            return new Point(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(P));
        }

        Point times(BigInteger factor) {
            return IntStream.iterate(factor.bitLength() - 2, bit -> bit >= 0, bit -> bit - 1)
                    .boxed()
                    .reduce(
                            this,
                            (sum, bit) -> factor.testBit(bit) ? sum.plus(sum).plus(this) : sum.plus(sum),
                            (one, other) -> one);
        }
    }

    /** A signature of {@code signed}, and the key that it is right for. */
    static CraftedSignature of(String signed, String keyId) {
        var r = IntStream.iterate(1_000, x -> x + 1)
                .mapToObj(BigInteger::valueOf)
                .filter(CraftedSignature::isOnCurve)
                .findFirst()
                .orElseThrow();
        var s = BigInteger.valueOf(12_345);
        var inverse = r.modInverse(N);
        var q = new Point(r, y(r))
                .times(s.multiply(inverse).mod(N))
                .plus(Point.G.times(digest(signed).negate().multiply(inverse).mod(N)));
        var key = new ECKey.Builder(Curve.P_256, coordinate(q.x), coordinate(q.y)).keyID(keyId);
        return new CraftedSignature(key.build(), r, s);
    }

    private static boolean isOnCurve(BigInteger x) {
        return y(x).modPow(BigInteger.TWO, P).equals(square(x));
    }

    /** The square root, if there is one. */
    private static BigInteger y(BigInteger x) {
        return square(x).modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    }

    private static BigInteger square(BigInteger x) {
        return x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
    }

    private static BigInteger digest(String signed) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(signed.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Base64URL coordinate(BigInteger value) {
        return Base64URL.encode(octets(value));
    }

    /** The two numbers as a token has them. */
    static byte[] join(BigInteger r, BigInteger s) {
        var joined = Arrays.copyOf(octets(r), 2 * OCTETS);
        System.arraycopy(octets(s), 0, joined, OCTETS, OCTETS);
        return joined;
    }

    private static byte[] octets(BigInteger value) {
        var bytes = BigIntegerUtils.toBytesUnsigned(value);
        var octets = new byte[OCTETS];
        System.arraycopy(bytes, 0, octets, OCTETS - bytes.length, bytes.length);
        return octets;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
