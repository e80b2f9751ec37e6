package dev.atelier.adapter.http;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of a file (RFC 9110, section 14.1.2).
 *
 * @param first the first byte of it, from 0
 * @param length how many bytes, at least 1
 */
record ByteRange(long first, long length) {

    private static final Pattern SINGLE =
            Pattern.compile("bytes\\s*=\\s*([0-9]*)\\s*-\\s*([0-9]*)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * The range that a header asks for; empty when all of the file is to be given: for several ranges, another unit, or
     * what is no range at all.
     *
     * @param size of the file, in bytes
     * @throws ProblemException when there is nothing of the file in the range
     */
    static Optional<ByteRange> parse(String header, long size) {
        var matcher = SINGLE.matcher(header);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = bounded(matcher.group(2), size);
            return Optional.of(of(size - suffix, size, size));
        }
        var first = bounded(matcher.group(1), size);
        if (matcher.group(2).isEmpty()) {
            return Optional.of(of(first, size, size));
        }
        var last = new BigInteger(matcher.group(2));
        if (last.compareTo(new BigInteger(matcher.group(1))) < 0) {
            return Optional.empty();
        }
        return Optional.of(of(first, bounded(last.add(BigInteger.ONE).toString(), size), size));
    }

    private static ByteRange of(long first, long end, long size) {
        if (first >= end) {
            throw Problem.of(ProblemCode.RANGE_NOT_SATISFIABLE, "The file has no bytes in this range.")
                    .withHeader("Content-Range", "bytes */" + size)
                    .exception();
        }
        return new ByteRange(first, end - first);
    }

    private static long bounded(String digits, long size) {
        return new BigInteger(digits).min(BigInteger.valueOf(size)).longValueExact();
    }

    /** As the header of the answer says it. */
    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }
}
