package io.tradetracker.plugins.rsireversion;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/**
 * Expects a price that fell too fast to come back.
 *
 * <p>It buys when the relative strength index (RSI) of the close comes back up through {@code oversold} and, if
 * allowed, sells short when it comes back down through {@code overbought}. A position ends when the index reaches
 * {@code exitLevel}, or at a stop that lies {@code stopAtr} average true ranges from the close of the deciding candle.
 */
@StrategyInfo(
        id = "rsi-reversion",
        name = "RSI reversion",
        summary = "Buys when the RSI recovers from oversold, exits when it is back in the middle or at an ATR stop; "
                + "optionally the mirror image short.")
public final class RsiReversion implements Strategy {
    private final Parameters parameters;
    private final Indicator rsi;
    private final Indicator atr;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the indicators are declared
     * @param parameters already in range
     */
    public RsiReversion(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        rsi = context.indicators().rsi(PriceField.CLOSE, parameters.period());
        atr = context.indicators().atr(parameters.atrPeriod());
    }

    @Override
    public Decision onCandle(StrategyView view) {
        if (view.position().isFlat()) {
            return enter(view.candles().close());
        }
        return isBackInTheMiddle(view.position())
                ? explained(Decision.exit(), "reached " + parameters.exitLevel())
                : Decision.hold();
    }

    private Decision enter(double close) {
        double stopDistance = parameters.stopAtr() * atr.value();
        if (rsi.crossedAbove(parameters.oversold())) {
            Decision buy = Decision.enter(OrderSide.BUY).stopLoss(close - stopDistance);
            return explained(buy, "came back above " + parameters.oversold());
        }
        if (parameters.allowShort() && rsi.crossedBelow(parameters.overbought())) {
            Decision sell = Decision.enter(OrderSide.SELL).stopLoss(close + stopDistance);
            return explained(sell, "came back below " + parameters.overbought());
        }
        return Decision.hold();
    }

    private boolean isBackInTheMiddle(PositionView position) {
        return position.isLong() ? rsi.value() >= parameters.exitLevel() : rsi.value() <= parameters.exitLevel();
    }

    private Decision explained(Decision decision, String why) {
        return decision.reason(rsi.name() + " " + why).plot("rsi", rsi.value()).plot("atr", atr.value());
    }

    /**
     * What a user may set.
     *
     * @param period candles of the index
     * @param oversold level below which the price fell too fast, below {@code exitLevel}
     * @param overbought level above which it rose too fast, above {@code exitLevel}
     * @param exitLevel level at which a position ends
     * @param atrPeriod candles of the average true range
     * @param stopAtr distance of the stop in average true ranges
     * @param allowShort whether it also sells short
     */
    public record Parameters(
            @Parameter(
                    value = "14",
                    min = 2,
                    max = 500,
                    label = "Period",
                    unit = "candles",
                    help = "Length of the RSI.")
            int period,

            @Parameter(value = "30", min = 1, max = 99, help = "Buy when the RSI comes back up through this level.")
            double oversold,

            @Parameter(value = "70", min = 1, max = 99, help = "Sell short when the RSI comes back down through it.")
            double overbought,

            @Parameter(value = "50", min = 1, max = 99, help = "End the position when the RSI reaches this level.")
            double exitLevel,

            @Parameter(
                    value = "14",
                    min = 1,
                    max = 500,
                    label = "ATR period",
                    unit = "candles",
                    help = "Length of the ATR.")
            int atrPeriod,

            @Parameter(
                    value = "3.0",
                    min = 0.1,
                    max = 50,
                    step = 0.1,
                    label = "Stop",
                    unit = "ATR",
                    help = "Distance of the stop.")
            double stopAtr,

            @Parameter(value = "false", help = "Sell short as well.")
            boolean allowShort) {
        /** @throws IllegalArgumentException unless oversold, exitLevel and overbought rise in this order */
        public Parameters {
            if (!(oversold < exitLevel && exitLevel < overbought)) {
                throw new IllegalArgumentException("oversold < exitLevel < overbought must hold, but they were "
                        + oversold + ", " + exitLevel + " and " + overbought);
            }
        }
    }
}
