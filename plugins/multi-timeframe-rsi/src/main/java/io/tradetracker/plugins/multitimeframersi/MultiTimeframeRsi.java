package io.tradetracker.plugins.multitimeframersi;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/**
 * Buys a dip of the short RSI while the RSI of a longer timeframe is above its middle, and mirrored; adds nothing to an
 * open position. Half of it leaves when the short RSI is back at its middle, the rest at the trailing stop.
 */
@StrategyInfo(
        id = "multi-timeframe-rsi",
        name = "RSI on two timeframes",
        summary = "Buys dips in an upward longer timeframe and sells rallies in a downward one; takes half off in the "
                + "middle and trails the rest by the average true range.")
public final class MultiTimeframeRsi implements Strategy {
    private static final double MIDDLE = 50;

    private final Parameters parameters;
    private final Indicator rsi;
    private final Indicator longRsi;
    private final Indicator range;
    private boolean halved;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the indicators are declared
     * @param parameters already in range
     */
    public MultiTimeframeRsi(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        Timeframe longer = Timeframe.of(context.timeframe().duration().multipliedBy(parameters.multiple()));
        rsi = context.indicators().rsi(PriceField.CLOSE, parameters.period());
        longRsi = context.indicators(longer).rsi(PriceField.CLOSE, parameters.period());
        range = context.indicators().atr(parameters.period());
    }

    @Override
    public Decision onCandle(StrategyView view) {
        if (view.position().isFlat()) {
            halved = false;
            return enter();
        }
        boolean back = view.position().isLong() ? rsi.value() >= MIDDLE : rsi.value() <= MIDDLE;
        if (back && !halved) {
            halved = true;
            return Decision.exit().percent(50).tag("half").reason("the short RSI is back at its middle");
        }
        return Decision.hold();
    }

    private Decision enter() {
        boolean up = longRsi.value() > MIDDLE;
        if (up && rsi.crossedBelow(parameters.dip())) {
            return enter(OrderSide.BUY, "dip in an upward longer timeframe");
        }
        if (!up && rsi.crossedAbove(100 - parameters.dip())) {
            return enter(OrderSide.SELL, "rally in a downward longer timeframe");
        }
        return Decision.hold();
    }

    private Decision enter(OrderSide side, String reason) {
        return Decision.enter(side)
                .trailing(range, parameters.trailAtr())
                .reason(reason)
                .plot("rsi", rsi.value())
                .plot("longer rsi", longRsi.value());
    }

    /**
     * What a user may set.
     *
     * @param period candles of both RSIs and of the average true range
     * @param multiple candles of the own timeframe in one of the longer
     * @param dip RSI below which a fall is a dip; mirrored for rallies
     * @param trailAtr distance of the trailing stop in average true ranges
     */
    public record Parameters(
            @Parameter(value = "14", min = 2, max = 200, unit = "candles", help = "Length of the RSI and the ATR.")
            int period,

            @Parameter(
                    value = "4",
                    min = 2,
                    max = 100,
                    label = "Longer timeframe",
                    unit = "candles",
                    help = "How many candles make one of the longer timeframe.")
            int multiple,

            @Parameter(value = "35", min = 1, max = 49, help = "RSI below which a fall is a dip.")
            double dip,

            @Parameter(value = "2.5", min = 0.1, max = 50, step = 0.1, unit = "ATR", help = "Trailing stop.")
            double trailAtr) {}
}
