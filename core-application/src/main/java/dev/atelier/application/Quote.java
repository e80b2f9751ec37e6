package dev.atelier.application;

import dev.atelier.domain.usage.PaidCall.Kind;
import java.math.BigDecimal;

/**
 * A call that is to be made, and the most that it is expected to cost.
 *
 * @param model which will be asked; empty text when nobody says
 */
record Quote(Kind kind, String model, BigDecimal costUsd) {}
