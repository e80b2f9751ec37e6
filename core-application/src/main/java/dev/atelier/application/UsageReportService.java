package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.domain.usage.UsageReport;
import dev.atelier.port.in.usage.UsageReports;
import dev.atelier.port.out.usage.CallLedger;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

final class UsageReportService implements UsageReports {

    private final CallLedger ledger;
    private final InstantSource clock;

    UsageReportService(CallLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public UsageReport report(UserId user, UsagePeriod.Wish wish) {
        var period = wish.period(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new UsageReport(period, ledger.usage(user, period), ledger.ofPeriod(user, period));
    }
}
