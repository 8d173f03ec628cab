package io.tradetracker.api.strategy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a strategy holds at one moment. Prices are in the instrument's currency. Valid during one call only. */
public interface PositionView {
    /** {@return units held: above zero when long, below when short, zero when flat} */
    double quantity();

    /** {@return what a unit was opened at, on average; NaN when flat} */
    double averagePrice();

    /** {@return what the position would gain at the last closed price, without the cost of closing; 0 when flat} */
    double profit();

    /** {@return the price of the protective stop now; NaN when there is none} */
    double stopLoss();

    /** {@return the price of the take profit; NaN when there is none} */
    double takeProfit();

    /** {@return when it was opened, UTC; null when flat} */
    @Nullable
    Instant openedAt();

    /** {@return whether it gains when the price rises} */
    default boolean isLong() {
        return quantity() > 0;
    }

    /** {@return whether it gains when the price falls} */
    default boolean isShort() {
        return quantity() < 0;
    }

    /** {@return whether nothing is held} */
    default boolean isFlat() {
        return quantity() == 0;
    }
}
