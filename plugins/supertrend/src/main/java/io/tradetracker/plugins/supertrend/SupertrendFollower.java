package io.tradetracker.plugins.supertrend;

import io.tradetracker.api.indicator.Supertrend;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.parameter.Parameter;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyInfo;
import io.tradetracker.api.strategy.StrategyView;

/** Follows the supertrend: in when it turns, and the line itself is the stop, moved at each close. */
@StrategyInfo(
        id = "supertrend",
        name = "Supertrend",
        summary =
                "Buys when the supertrend turns up and sells (or only exits) when it turns down; its line is the stop.")
public final class SupertrendFollower implements Strategy {
    private final Parameters parameters;
    private final Supertrend trend;

    /**
     * Makes the strategy for one run.
     *
     * @param context where the indicator is declared
     * @param parameters already in range
     */
    public SupertrendFollower(StrategyContext context, Parameters parameters) {
        this.parameters = parameters;
        trend = context.indicators().supertrend(parameters.period(), parameters.factor());
    }

    @Override
    public Decision onCandle(StrategyView view) {
        double now = trend.direction().value();
        if (now != trend.direction().value(1) && trend.direction().value(1) != 0) {
            return turn(now > 0 ? OrderSide.BUY : OrderSide.SELL, view);
        }
        boolean held = view.position().quantity() * now > 0;
        double line = trend.line().value();
        return held && line != view.position().stopLoss()
                ? Decision.amend().stopLoss(line).reason("the stop follows the line")
                : Decision.hold();
    }

    private Decision turn(OrderSide side, StrategyView view) {
        String reason = "the supertrend turned " + (side == OrderSide.BUY ? "up" : "down");
        if (side == OrderSide.SELL && !parameters.allowShort()) {
            return view.position().isFlat() ? Decision.hold() : Decision.exit().reason(reason);
        }
        return Decision.reverse(side).stopLoss(trend.line().value()).reason(reason);
    }

    /**
     * What a user may set.
     *
     * @param period candles of the average true range
     * @param factor distance of the line in average true ranges
     * @param allowShort whether it also sells short
     */
    public record Parameters(
            @Parameter(value = "10", min = 1, max = 500, unit = "candles", help = "Length of the ATR.")
            int period,

            @Parameter(
                    value = "3.0",
                    min = 0.1,
                    max = 50,
                    step = 0.1,
                    unit = "ATR",
                    help = "Distance of the line from the middle of the candle.")
            double factor,

            @Parameter(value = "true", help = "Sell short as well.")
            boolean allowShort) {}
}
