package io.tradetracker.api.strategy;

/**
 * Prices at which a position is closed by itself. NaN means none; in a change of protection, NaN leaves a price as it
 * is. Immutable.
 *
 * @param stopLoss ends a loss
 * @param takeProfit keeps a gain
 * @param trailing how the stop follows
 */
public record Protection(double stopLoss, double takeProfit, Trailing trailing) {
    /** No price, no trailing. */
    public static final Protection NONE = new Protection(Double.NaN, Double.NaN, Trailing.NONE);

    /** {@return a copy with another stop loss} */
    public Protection withStopLoss(double price) {
        return new Protection(price, takeProfit, trailing);
    }

    /** {@return a copy with another take profit} */
    public Protection withTakeProfit(double price) {
        return new Protection(stopLoss, price, trailing);
    }

    /** {@return a copy whose stop follows otherwise} */
    public Protection withTrailing(Trailing newTrailing) {
        return new Protection(stopLoss, takeProfit, newTrailing);
    }
}
