package io.tradetracker.api.strategy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy holds of one instrument at one moment. Prices are in the instrument's currency. Valid during one call
 * only.
 *
 * <p>On a hedging account both sides may be open: numbers are then of what is left when one side is set against the
 * other, and {@link #lots()} has the parts.
 */
public interface PositionView {
    /** {@return units held: above zero when long, below when short, zero when flat} */
    double quantity();

    /** {@return what a unit was opened at, on average; NaN when flat} */
    double averagePrice();

    /** {@return what the position would gain at the last closed price, without the cost of closing; 0 when flat} */
    double profit();

    /** {@return the price of the protective stop of the oldest part now; NaN when there is none} */
    double stopLoss();

    /** {@return the price of the take profit of the oldest part; NaN when there is none} */
    double takeProfit();

    /** {@return when it was opened, UTC; null when flat} */
    @Nullable
    Instant openedAt();

    /** {@return what each entry opened and nothing has closed yet, oldest first} */
    List<LotView> lots();

    /** {@return whether it gains when the price rises} */
    default boolean isLong() {
        return quantity() > 0;
    }

    /** {@return whether it gains when the price falls} */
    default boolean isShort() {
        return quantity() < 0;
    }

    /** {@return whether nothing is held, on either side} */
    default boolean isFlat() {
        return lots().isEmpty();
    }
}
