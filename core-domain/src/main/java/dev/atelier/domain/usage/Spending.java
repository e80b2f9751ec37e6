package dev.atelier.domain.usage;

import java.math.BigDecimal;

/**
 * What calls have cost, and may have.
 *
 * @param settledUsd US dollars that are known to have been spent
 * @param unsettledUsd US dollars, the most that calls may cost whose outcome is not known
 * @param underWay calls whose outcome is still to come
 * @param lost calls whose outcome will never be known
 */
public record Spending(BigDecimal settledUsd, BigDecimal unsettledUsd, long underWay, long lost) {

    public static final Spending NONE = new Spending(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    /** US dollars that limits count: what nobody knows counts in full. */
    public BigDecimal atMostUsd() {
        return settledUsd.add(unsettledUsd);
    }

    /** How many calls have no known outcome. */
    public long unsettled() {
        return underWay + lost;
    }
}
