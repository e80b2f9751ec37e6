package dev.atelier.adapter.http;

import dev.atelier.domain.usage.UsagePeriod;
import dev.atelier.port.in.usage.UsageReports;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code /me/usage}. */
final class UsageHandlers {

    private static final String FROM = "from";
    private static final String TO = "to";

    private final UsageReports reports;

    UsageHandlers(UsageReports reports) {
        this.reports = reports;
    }

    void get(Context ctx) throws IOException {
        var fields = new Fields();
        var from = day(ctx, FROM, fields);
        var to = day(ctx, TO, fields);
        var wish = fields.build(() -> new UsagePeriod.Wish(from, to));
        Json.send(ctx, 200, UsageReportJson.of(reports.report(RequestScope.user(ctx.req()), wish)));
    }

    private static Optional<LocalDate> day(Context ctx, String name, Fields fields) {
        var text = Optional.ofNullable(ctx.queryParam(name));
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            fields.reject(name, "must be a day, such as 2026-11-24");
            return Optional.empty();
        }
    }
}
