package io.tradetracker.plugins.bollingeroco;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/**
 * Waits at both edges of the Bollinger bands with limit orders for one candle; the one that fills cancels the other.
 * The position leaves at the middle band, or at its stop beyond the edge.
 */
@StrategyInfo(
        id = "bollinger-oco",
        name = "Bollinger, one cancels other",
        summary = "While the bands are wide enough, waits to buy at the lower and to sell at the upper edge; leaves at "
                + "the middle or at a stop beyond the edge.")
public final class BollingerOco implements Strategy {
    private final Parameters parameters;
    private final Bands bands;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the bands are declared
     * @param parameters already in range
     */
    public BollingerOco(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        bands = context.indicators().bollinger(PriceField.CLOSE, parameters.period(), parameters.factor());
    }

    @Override
    public Decision onCandle(StrategyView view) {
        double middle = bands.middle().value();
        double half = bands.upper().value() - middle;
        double close = view.candles().close();
        if (!view.position().isFlat()) {
            return leaveAt(middle, close, view);
        }
        boolean wide = 100 * half / middle >= parameters.minWidthPercent();
        boolean inside = close > bands.lower().value() && close < bands.upper().value();
        return wide && inside ? waitAtBothEdges(half) : Decision.hold();
    }

    private Decision waitAtBothEdges(double half) {
        double stop = parameters.stopFactor() * half;
        double lower = bands.lower().value();
        double upper = bands.upper().value();
        return Decision.oneCancelsOther(
                        Decision.enter(OrderSide.BUY)
                                .atLimit(lower)
                                .stopLoss(lower - stop)
                                .timeInForce(TimeInForce.NEXT_CANDLE)
                                .tag("lower edge"),
                        Decision.enter(OrderSide.SELL)
                                .atLimit(upper)
                                .stopLoss(upper + stop)
                                .timeInForce(TimeInForce.NEXT_CANDLE)
                                .tag("upper edge"))
                .reason("inside the bands, waiting at both edges")
                .plot("upper", upper)
                .plot("lower", lower);
    }

    /** The middle moves, so the target is set anew at each close; beyond it already, the position leaves at once. */
    private static Decision leaveAt(double middle, double close, StrategyView view) {
        boolean beyond = view.position().isLong() ? close >= middle : close <= middle;
        return beyond
                ? Decision.exit().reason("back at the middle band")
                : Decision.amend().takeProfit(middle).reason("the target follows the middle band");
    }

    /**
     * What a user may set.
     *
     * @param period candles of the bands
     * @param factor standard deviations from the middle to an edge
     * @param stopFactor distance of the stop beyond the edge, in half widths of the bands
     * @param minWidthPercent half width below which nothing is done, of the middle
     */
    public record Parameters(
            @Parameter(value = "20", min = 2, max = 500, unit = "candles", help = "Length of the bands.")
            int period,

            @Parameter(value = "2.0", min = 0.1, max = 10, step = 0.1, help = "Standard deviations to an edge.")
            double factor,

            @Parameter(
                    value = "1.0",
                    min = 0.1,
                    max = 10,
                    step = 0.1,
                    label = "Stop",
                    help = "Distance of the stop beyond the edge, in half widths of the bands.")
            double stopFactor,

            @Parameter(
                    value = "0.1",
                    min = 0,
                    max = 50,
                    step = 0.1,
                    label = "Least width",
                    unit = "%",
                    help = "Half width of the bands below which nothing is done.")
            double minWidthPercent) {}
}
