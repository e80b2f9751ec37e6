package dev.atelier.domain.file;

import dev.atelier.domain.error.Validation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an uploader says that the bytes will be; empty is what they say nothing of.
 *
 * @param size in bytes
 * @param sha256 64 hexadecimal digits; upper case is taken for lower case
 */
public record ExpectedContent(Optional<Long> size, Optional<String> sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Nothing is said. */
    public static final ExpectedContent ANY = new ExpectedContent(Optional.empty(), Optional.empty());

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code size}, {@code sha256}) when it cannot be */
    public ExpectedContent {
        sha256 = sha256.map(digits -> digits.toLowerCase(Locale.ROOT));
        new Validation()
                .require(size.orElse(0L) >= 0, "size", "must not be negative")
                .require(
                        sha256.map(SHA256.asMatchPredicate()::test).orElse(true),
                        "sha256",
                        "must be 64 hexadecimal digits")
                .orThrow();
    }

    /** Of that many bytes. */
    public static ExpectedContent ofSize(long size) {
        return new ExpectedContent(Optional.of(size), Optional.empty());
    }

    /**
     * Compares.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed with all in which {@code actual} is not as expected
     */
    public void requireMatch(Content actual) {
        new Validation()
                .require(
                        size.map(expected -> expected == actual.size()).orElse(true),
                        "size",
                        "is not that of the file, which has %d bytes".formatted(actual.size()))
                .require(
                        sha256.map(actual.sha256()::equals).orElse(true),
                        "sha256",
                        "is not that of the file, which is " + actual.sha256())
                .orThrow();
    }
}
