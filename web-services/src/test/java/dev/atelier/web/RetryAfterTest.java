package dev.atelier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "17 | PT17S",
                " 2.5 | PT2.5S",
                "999999999999999999 | PT1H",
                "Tue, 24 Nov 2026 18:01:30 GMT | PT1M30S",
                "Tue, 24 Nov 2026 17:00:00 GMT | PT0S",
                "Wed, 25 Nov 2026 18:00:00 GMT | PT1H"
            })
    void seconds_and_dates_are_understood_and_bounded(String header, Duration wait) {
        assertEquals(Optional.of(wait), RetryAfter.parse(header, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999", "Tue, 31 Nov 2026 18:00:00 GMT"})
    void nonsense_is_no_wish(String header) {
        assertEquals(Optional.empty(), RetryAfter.parse(header, NOW));
    }
}
