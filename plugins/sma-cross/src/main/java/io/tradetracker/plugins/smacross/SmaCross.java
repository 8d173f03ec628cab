package io.tradetracker.plugins.smacross;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/**
 * Follows the trend that two simple moving averages of the close show.
 *
 * <p>It crosses up at a candle when the fast mean was at or below the slow one at the candle before and is above it
 * now; down is the mirror image. Until both means exist at the candle before, nothing crosses.
 */
@StrategyInfo(
        id = "sma-cross",
        name = "SMA cross",
        summary = "Buys when the fast simple moving average crosses above the slow one, "
                + "sells (or only exits) when it crosses below.")
public final class SmaCross implements Strategy {
    private final Parameters parameters;
    private final Indicator fast;
    private final Indicator slow;
    private final String crossedAbove;
    private final String crossedBelow;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the averages are declared
     * @param parameters already in range
     */
    public SmaCross(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        fast = context.indicators().sma(PriceField.CLOSE, parameters.fast());
        slow = context.indicators().sma(PriceField.CLOSE, parameters.slow());
        crossedAbove = fast.name() + " crossed above " + slow.name();
        crossedBelow = fast.name() + " crossed below " + slow.name();
    }

    @Override
    public Decision onCandle(StrategyView view) {
        if (fast.crossedAbove(slow)) {
            return explained(Decision.reverse(OrderSide.BUY), crossedAbove);
        }
        if (fast.crossedBelow(slow)) {
            return parameters.allowShort() || view.position().isLong() ? leaveOrTurn() : Decision.hold();
        }
        return Decision.hold();
    }

    private Decision leaveOrTurn() {
        return explained(parameters.allowShort() ? Decision.reverse(OrderSide.SELL) : Decision.exit(), crossedBelow);
    }

    private Decision explained(Decision decision, String reason) {
        return decision.reason(reason).plot("fast", fast.value()).plot("slow", slow.value());
    }

    /**
     * What a user may set.
     *
     * @param fast candles of the fast mean, below {@code slow}
     * @param slow candles of the slow mean
     * @param allowShort whether a cross below sells short, or only exits
     */
    public record Parameters(
            @Parameter(value = "10", min = 1, max = 500, unit = "candles", help = "Length of the fast average.")
            int fast,

            @Parameter(value = "30", min = 2, max = 1000, unit = "candles", help = "Length of the slow average.")
            int slow,

            @Parameter(value = "true", help = "Sell short on a cross below; otherwise only exit.")
            boolean allowShort) {
        /** @throws IllegalArgumentException when {@code fast} is not below {@code slow} */
        public Parameters {
            if (fast >= slow) {
                throw new IllegalArgumentException(
                        "fast must be below slow, but fast was " + fast + " and slow was " + slow);
            }
        }
    }
}
