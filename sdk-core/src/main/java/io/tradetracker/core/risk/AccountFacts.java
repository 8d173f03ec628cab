package io.tradetracker.core.risk;

import org.jspecify.annotations.Nullable;

/**
 * What the rules must know of an account, before an order. A number that is not known is NaN: the rule that needs it
 * does not pass. Immutable.
 *
 * @param equity what the account is worth now, in its currency
 * @param losses how much it lost
 * @param held units held of the order's instrument on the order's side, zero or more
 * @param exposure value of all open positions of both sides, in the account's currency, zero or more
 * @param ordersLastHour orders within the last 60 minutes that could open or enlarge a position
 * @param killSwitch the switch that somebody pulled; null when entries are free
 */
public record AccountFacts(
        double equity,
        Losses losses,
        double held,
        double exposure,
        int ordersLastHour,
        @Nullable KillSwitch killSwitch) {
    /** @throws IllegalArgumentException when a number that counts something is below zero */
    public AccountFacts {
        if (held < 0 || exposure < 0 || ordersLastHour < 0) {
            throw new IllegalArgumentException("held " + held + ", exposure " + exposure + " and orders "
                    + ordersLastHour + " must not be below zero");
        }
    }
}
