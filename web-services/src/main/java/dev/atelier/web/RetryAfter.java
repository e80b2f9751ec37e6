package dev.atelier.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or the date of HTTP. */
final class RetryAfter {

    /** Nobody is left alone for longer, whatever he asks for. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** How long to wait from {@code now} on; empty when the header says nothing sensible. */
    static Optional<Duration> parse(String header, Instant now) {
        var value = header.strip();
        if (value.matches("[0-9]{1,18}([.][0-9]{1,9})?")) {
            return Optional.of(bounded(Duration.ofMillis((long) (Double.parseDouble(value) * 1_000))));
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(bounded(Duration.between(now, date.toInstant())));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
