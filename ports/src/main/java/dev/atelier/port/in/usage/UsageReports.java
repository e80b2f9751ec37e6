package dev.atelier.port.in.usage;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.usage.UsageReport;

/** What users have used, and what it has cost. */
public interface UsageReports {

    /**
     * What the user has used in a period, whether what it was used for still exists or not. A call counts on the day, UTC, on
     * which it was made.
     *
     * @throws dev.atelier.domain.error.DomainException.ValidationFailed ({@code from}, {@code to}) when the period ends before it
     *     begins, or has more than {@value UsagePeriod#DAYS_MAX} days
     */
    UsageReport report(UserId user, UsagePeriod.Wish wish);
}
