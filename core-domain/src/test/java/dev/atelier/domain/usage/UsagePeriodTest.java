package dev.atelier.domain.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.error.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsagePeriodTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void it_begins_and_ends_at_midnight_in_utc() {
        var period = new UsagePeriod(TODAY.minusDays(1), TODAY);

        assertEquals(Instant.parse("2026-11-23T00:00:00Z"), period.begin());
        assertEquals(Instant.parse("2026-11-25T00:00:00Z"), period.end());
    }

    @Test
    void who_says_nothing_gets_thirty_days_until_today() {
        assertEquals(
                new UsagePeriod(LocalDate.parse("2026-10-26"), TODAY),
                new UsagePeriod.Wish(Optional.empty(), Optional.empty()).period(TODAY));
    }

    @Test
    void what_is_said_counts() {
        var from = LocalDate.parse("2026-01-01");

        assertEquals(
                new UsagePeriod(from, TODAY), new UsagePeriod.Wish(Optional.of(from), Optional.empty()).period(TODAY));
        assertEquals(
                new UsagePeriod(from.minusDays(29), from),
                new UsagePeriod.Wish(Optional.empty(), Optional.of(from)).period(TODAY));
    }

    @Test
    void it_has_a_leap_year_of_days_at_most_and_does_not_end_before_it_begins() {
        new UsagePeriod(TODAY.minusDays(365), TODAY);

        assertEquals("from", fault(TODAY.minusDays(366), TODAY));
        assertEquals("to", fault(TODAY, TODAY.minusDays(1)));
        assertEquals("from", fault(LocalDate.MIN, TODAY));
        assertEquals("to", fault(TODAY, LocalDate.MAX));
    }

    private static String fault(LocalDate from, LocalDate to) {
        List<Violation> faults = assertThrows(DomainException.ValidationFailed.class, () -> new UsagePeriod(from, to))
                .violations();
        assertEquals(1, faults.size(), faults::toString);
        return faults.getFirst().field();
    }
}
