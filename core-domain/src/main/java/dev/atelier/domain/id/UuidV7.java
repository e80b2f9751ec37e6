package dev.atelier.domain.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then random bits. Their order as unsigned
 * numbers, which is also that of PostgreSQL, is the order of their making, so that a list "newest first" is a descent by
 * id. {@link UuidV7Sequence} makes new ones.
 */
public final class UuidV7 {

    /** The order of PostgreSQL's {@code uuid}; {@link UUID#compareTo} compares signed and differs from it. */
    public static final Comparator<UUID> ORDER = (left, right) -> {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    };

    private UuidV7() {}

    /**
     * The one that always comes out for the same instant and name: what is made again after a crash gets the same id.
     * Its random bits are those of the SHA-256 of {@code name}.
     */
    public static UUID derive(Instant at, String name) {
        var bits = ByteBuffer.wrap(sha256(name));
        return assemble(at.toEpochMilli(), bits.getLong(), bits.getLong());
    }

    /** Takes of {@code high} the lowest 12 bits, of {@code low} the lowest 62. */
    static UUID assemble(long milliseconds, long high, long low) {
        long version = 0x7L << 12;
        long variant = 0b10L << 62;
        return new UUID(milliseconds << 16 | version | (high & 0xFFFL), variant | (low & 0x3FFF_FFFF_FFFF_FFFFL));
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
