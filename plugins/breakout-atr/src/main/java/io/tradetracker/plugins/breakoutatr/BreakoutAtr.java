package io.tradetracker.plugins.breakoutatr;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/**
 * Follows a price that leaves its channel.
 *
 * <p>It buys when a candle closes above the highest high of the {@code channel} candles before it, and sells short, if
 * allowed, when one closes below their lowest low. The stop starts {@code stopAtr} average true ranges away and follows
 * at {@code trailAtr}; the take profit lies {@code targetR} times the first distance away. An opposite breakout turns
 * the position round.
 */
@StrategyInfo(
        id = "breakout-atr",
        name = "ATR breakout",
        summary = "Buys a close above the channel of the candles before it and sells short one below; "
                + "ATR stop, trailing stop and a take profit in multiples of the risk.")
public final class BreakoutAtr implements Strategy {
    private final Parameters parameters;
    private final Bands channel;
    private final Indicator atr;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the indicators are declared
     * @param parameters already in range
     */
    public BreakoutAtr(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        channel = context.indicators().donchian(parameters.channel());
        atr = context.indicators().atr(parameters.atrPeriod());
    }

    /** Compares the close with the channel one candle ago: the channel of this candle contains its own high. */
    @Override
    public Decision onCandle(StrategyView view) {
        double close = view.candles().close();
        double upper = channel.upper().value(1);
        double lower = channel.lower().value(1);
        PositionView position = view.position();
        if (close > upper && !position.isLong()) {
            return enter(OrderSide.BUY, close, "close above " + upper);
        }
        if (close < lower && !position.isShort() && parameters.allowShort()) {
            return enter(OrderSide.SELL, close, "close below " + lower);
        }
        return Decision.hold();
    }

    private Decision enter(OrderSide side, double close, String reason) {
        double risk = parameters.stopAtr() * atr.value();
        return Decision.reverse(side)
                .stopLoss(close - side.sign() * risk)
                .takeProfit(close + side.sign() * parameters.targetR() * risk)
                .trailing(parameters.trailAtr() * atr.value())
                .reason(reason)
                .plot("upper", channel.upper().value(1))
                .plot("lower", channel.lower().value(1))
                .plot("atr", atr.value());
    }

    /**
     * What a user may set.
     *
     * @param channel candles of the channel
     * @param atrPeriod candles of the average true range
     * @param stopAtr first distance of the stop in average true ranges
     * @param trailAtr distance at which the stop follows, in average true ranges
     * @param targetR distance of the take profit as a multiple of the first distance of the stop
     * @param allowShort whether it also sells short
     */
    public record Parameters(
            @Parameter(value = "20", min = 1, max = 500, unit = "candles", help = "Length of the channel.")
            int channel,

            @Parameter(
                    value = "14",
                    min = 1,
                    max = 500,
                    label = "ATR period",
                    unit = "candles",
                    help = "Length of the ATR.")
            int atrPeriod,

            @Parameter(
                    value = "2.0",
                    min = 0.1,
                    max = 50,
                    step = 0.1,
                    label = "Stop",
                    unit = "ATR",
                    help = "First distance of the stop.")
            double stopAtr,

            @Parameter(
                    value = "3.0",
                    min = 0.1,
                    max = 50,
                    step = 0.1,
                    label = "Trailing stop",
                    unit = "ATR",
                    help = "Distance at which the stop follows.")
            double trailAtr,

            @Parameter(
                    value = "4.0",
                    min = 0.1,
                    max = 100,
                    step = 0.1,
                    label = "Take profit",
                    unit = "R",
                    help = "Take profit in multiples of the first risk.")
            double targetR,

            @Parameter(value = "true", help = "Sell short as well.")
            boolean allowShort) {}
}
