package dev.atelier.domain.usage;

import dev.atelier.domain.run.Usage;
import java.time.LocalDate;

/**
 * What was used on one day.
 *
 * @param day from midnight to midnight, UTC; that on which the calls were made
 */
public record DayUsage(LocalDate day, Usage usage) {}
