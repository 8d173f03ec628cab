package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

// snippet: author-class
@StrategyInfo(
        id = "pullback",
        name = "Pullback",
        summary = "Buys a dip in an uptrend of the longer timeframe; leaves at the average or at the stop.")
public final class Pullback implements Strategy {
    /** What a user may set. */
    public record Parameters(
            @Parameter(value = "14", min = 2, max = 200, unit = "candles", help = "Length of the RSI.")
            int rsiPeriod,

            @Parameter(value = "30", min = 1, max = 99, help = "Buy when the RSI falls below this.")
            double dip) {}
    // end

    private final Parameters parameters;
    private final Indicator rsi;
    private final Indicator average;
    private final Indicator atr;
    private final Indicator trend;

    // snippet: author-constructor
    public Pullback(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        rsi = context.indicators().rsi(CLOSE, parameters.rsiPeriod());
        average = context.indicators().ema(CLOSE, 20);
        atr = context.indicators().atr(14);
        Timeframe longer = Timeframe.of(context.timeframe().duration().multipliedBy(4));
        trend = context.indicators(longer).sma(CLOSE, 50);
    }
    // end

    // snippet: author-decide
    @Override
    public Decision onCandle(StrategyView view) {
        double close = view.candles().close();
        if (view.position().isLong() && close > average.value()) {
            return Decision.exit().reason("back at the average");
        }
        if (view.position().isFlat() && close > trend.value() && rsi.crossedBelow(parameters.dip())) {
            return Decision.enter(OrderSide.BUY)
                    .stopLoss(close - 3 * atr.value())
                    .reason("dip in an uptrend")
                    .plot("rsi", rsi.value());
        }
        return Decision.hold();
    }
    // end
}
