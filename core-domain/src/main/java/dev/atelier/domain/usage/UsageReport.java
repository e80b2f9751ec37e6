package dev.atelier.domain.usage;

import dev.atelier.domain.run.Usage;
import java.util.List;

/**
 * What a user has used in a period.
 *
 * @param days those on which anything was used, the earliest first
 * @param spending what it has cost in all, and what it may have cost beyond that
 */
public record UsageReport(UsagePeriod period, List<DayUsage> days, Spending spending) {

    public UsageReport {
        days = List.copyOf(days);
    }

    /** Of all days. */
    public Usage total() {
        return days.stream().map(DayUsage::usage).reduce(Usage.NONE, Usage::plus);
    }
}
