package dev.atelier.port.in.run;

import dev.atelier.domain.error.Validation;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run is told.
 *
 * @param inputs by name
 * @param costLimitUsd US dollars that it may spend, more than 0; empty for no limit
 */
public record RunRequest(ObjectValue inputs, Optional<BigDecimal> costLimitUsd) {

    /** @throws dev.atelier.domain.error.DomainException.ValidationFailed for a limit that is not above 0 */
    public RunRequest {
        new Validation()
                .require(costLimitUsd.map(BigDecimal::signum).orElse(1) > 0, "costLimitUsd", "must be more than 0")
                .orThrow();
    }
}
