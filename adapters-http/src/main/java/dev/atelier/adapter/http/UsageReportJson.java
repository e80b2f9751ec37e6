package dev.atelier.adapter.http;

import dev.atelier.domain.run.Usage;
import dev.atelier.domain.usage.DayUsage;
import dev.atelier.domain.usage.Spending;
import dev.atelier.domain.usage.UsageReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** @param costUsd US dollars, as all that ends so */
record UsageReportJson(
        LocalDate from,
        LocalDate to,
        long inputTokens,
        long outputTokens,
        long images,
        BigDecimal costUsd,
        Unsettled unsettled,
        List<UsageJson.Model> models,
        List<Day> days) {

    record Unsettled(long calls, BigDecimal atMostUsd) {

        private static Unsettled of(Spending spending) {
            return new Unsettled(spending.unsettled(), spending.unsettledUsd());
        }
    }

    record Day(
            LocalDate date,
            long inputTokens,
            long outputTokens,
            long images,
            BigDecimal costUsd,
            List<UsageJson.Model> models) {

        private static Day of(DayUsage day) {
            var usage = UsageJson.of(day.usage());
            return new Day(
                    day.day(),
                    usage.inputTokens(),
                    usage.outputTokens(),
                    usage.images(),
                    usage.costUsd(),
                    usage.models());
        }
    }

    static UsageReportJson of(UsageReport report) {
        Usage total = report.total();
        return new UsageReportJson(
                report.period().from(),
                report.period().to(),
                total.inputTokens(),
                total.outputTokens(),
                total.images(),
                total.costUsd(),
                Unsettled.of(report.spending()),
                UsageJson.of(total).models(),
                report.days().stream().map(Day::of).toList());
    }
}
