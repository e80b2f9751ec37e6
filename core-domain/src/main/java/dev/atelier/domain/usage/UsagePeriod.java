package dev.atelier.domain.usage;

import dev.atelier.domain.error.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days, as they begin and end in UTC.
 *
 * @param from the first day
 * @param to the last day
 */
public record UsagePeriod(LocalDate from, LocalDate to) {

    /** No period has more days: a leap year. */
    public static final int DAYS_MAX = 366;

    /** So many days when nobody says how many. */
    public static final int DAYS_USUAL = 30;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed when it ends before it begins, or has too many days */
    public UsagePeriod {
        var validation = new Validation()
                .require(isReasonable(from), "from", "must be from %s to %s".formatted(FIRST, LAST))
                .require(isReasonable(to), "to", "must be from %s to %s".formatted(FIRST, LAST));
        validation.orThrow();
        validation
                .require(!to.isBefore(from), "to", "must not be before from, which is " + from)
                .require(
                        ChronoUnit.DAYS.between(from, to) < DAYS_MAX,
                        "from",
                        "must be at most %d days before to, which is %s".formatted(DAYS_MAX - 1, to))
                .orThrow();
    }

    /**
     * What somebody wants who may leave days out.
     *
     * @param from empty for the day that makes it 30 days in all
     * @param to empty for today
     */
    public record Wish(Optional<LocalDate> from, Optional<LocalDate> to) {

        /**
         * The period that is meant.
         *
         * @throws dev.atelier.domain.error.DomainException.ValidationFailed as {@link UsagePeriod} says
         */
        public UsagePeriod period(LocalDate today) {
            var last = to.orElse(today);
            return new UsagePeriod(from.orElseGet(() -> firstBefore(last)), last);
        }
    }

    private static LocalDate firstBefore(LocalDate last) {
        return isReasonable(last) ? last.minusDays(DAYS_USUAL - 1L) : last;
    }

    private static boolean isReasonable(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** When it begins. */
    public Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** When it is over: the first moment that does not belong to it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
