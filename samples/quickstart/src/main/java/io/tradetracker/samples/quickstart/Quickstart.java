package io.tradetracker.samples.quickstart;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;

import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.samples.data.SampleData;

/** Backtests a strategy of a few lines and prints its report. */
public final class Quickstart {
    private Quickstart() {}

    /** Prints the report. */
    public static void main(String[] arguments) {
        // snippet: quickstart
        var result = TradeTracker.create()
                .backtest()
                .candles(SampleData.us500Daily())
                .strategy(Quickstart::smaCross)
                .run();
        System.out.print(result.report());
        // end
    }

    // snippet: quickstart-strategy
    static Strategy smaCross(StrategyContext context) {
        var fast = context.indicators().sma(CLOSE, 10);
        var slow = context.indicators().sma(CLOSE, 30);
        return view -> fast.crossedAbove(slow)
                ? Decision.enter(BUY).reason("the fast average crossed above the slow one")
                : fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
    }
    // end
}
