package dev.atelier.application;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * What an operator decides about the core.
 *
 * @param uploadMaxBytes how large a file may be, in bytes
 * @param frontend the origin that links in mails lead to: {@code https://app.example.com}; empty for mails without links
 * @param userCostLimitUsdPerDay US dollars that the calls of one user may cost on one day, UTC; empty for no limit
 * @param unpricedCallUsd US dollars that are reserved for a call of which nobody knows the price
 */
public record CoreSettings(
        long uploadMaxBytes,
        Optional<URI> frontend,
        Optional<BigDecimal> userCostLimitUsdPerDay,
        BigDecimal unpricedCallUsd) {

    public static final CoreSettings DEFAULT =
            new CoreSettings(100L * 1024 * 1024, Optional.empty(), Optional.empty(), new BigDecimal("0.10"));

    /** @throws IllegalArgumentException when a limit is not above 0, or the price of a call is below */
    public CoreSettings {
        if (uploadMaxBytes < 1) {
            throw new IllegalArgumentException("uploadMaxBytes must be at least 1, not " + uploadMaxBytes);
        }
        if (userCostLimitUsdPerDay.map(BigDecimal::signum).orElse(1) <= 0 || unpricedCallUsd.signum() < 0) {
            throw new IllegalArgumentException("a limit of cost is above 0, and no call costs less than 0");
        }
    }

    public CoreSettings withUploadMaxBytes(long bytes) {
        return new CoreSettings(bytes, frontend, userCostLimitUsdPerDay, unpricedCallUsd);
    }

    public CoreSettings withFrontend(URI origin) {
        return new CoreSettings(uploadMaxBytes, Optional.of(origin), userCostLimitUsdPerDay, unpricedCallUsd);
    }

    public CoreSettings withUserCostLimitUsdPerDay(BigDecimal usd) {
        return new CoreSettings(uploadMaxBytes, frontend, Optional.of(usd), unpricedCallUsd);
    }

    public CoreSettings withUnpricedCallUsd(BigDecimal usd) {
        return new CoreSettings(uploadMaxBytes, frontend, userCostLimitUsdPerDay, usd);
    }
}
