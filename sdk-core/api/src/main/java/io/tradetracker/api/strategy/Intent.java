package io.tradetracker.api.strategy;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * One thing a strategy wants done. Made by the factories of {@link Decision}; read by hosts. A price of NaN means none.
 * Immutable.
 */
public sealed interface Intent {
    /**
     * Open a position.
     *
     * @param side which way
     * @param reverse whether an opposite position is closed first, in the same order
     * @param size how many units; null for the size the run is configured with
     * @param type MARKET, LIMIT or STOP
     * @param price limit or stop price; NaN for MARKET
     * @param stopLoss price of the protective stop; NaN for none
     * @param takeProfit price of the take profit; NaN for none
     * @param trailing distance at which the stop follows the best price; NaN for none
     * @param timeInForce how long the order waits
     * @param tag the strategy's name for the order; empty to let the host make one
     * @param group orders of one group: the first that fills cancels the others; empty for none
     */
    record Enter(
            OrderSide side,
            boolean reverse,
            @Nullable PositionSize size,
            OrderType type,
            double price,
            double stopLoss,
            double takeProfit,
            double trailing,
            TimeInForce timeInForce,
            String tag,
            String group)
            implements Intent {}

    /**
     * Close the position at market.
     *
     * @param tag the strategy's name for the order; empty to let the host make one
     */
    record Exit(String tag) implements Intent {}

    /**
     * Change the protection of the open position. NaN leaves a price as it is.
     *
     * @param stopLoss the new stop
     * @param takeProfit the new take profit
     * @param trailing the new trailing distance
     */
    record Amend(double stopLoss, double takeProfit, double trailing) implements Intent {}

    /**
     * Take a waiting order back.
     *
     * @param tag its name; empty for all
     */
    record Cancel(String tag) implements Intent {}
}
