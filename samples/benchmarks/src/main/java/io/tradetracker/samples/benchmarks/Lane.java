package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;

/** One way to run the rules over candles. */
public enum Lane {
    /** Ours, as an embedder calls it: with equity curve, round trips, decisions and report. */
    BACKTEST("our backtest, `TradeTracker…backtest().run()`"),
    /** Ours, the engine alone, fed candle by candle. */
    ENGINE("our engine, candle by candle"),
    /** ta4j's manager with its own indicators and rules; no criterion is computed. */
    TA4J("ta4j 0.22.2 `BarSeriesManager`, DoubleNum"),
    /** The same rules of ta4j in our backtest, through the bridge. */
    BRIDGE("our backtest of ta4j's rules, through the bridge"),
    /** Ours with everything on that costs time; what it trades is its own. */
    COSTS("our backtest with spread, slippage, commission, financing, margin and a longer timeframe"),
    /** The floor: indicators, rules and book in one loop over arrays. */
    FUSED("fused `double[]` loop, fills only"),
    /** The floor of a backtest: the same loop, and by hand the main figures of the report. */
    FIGURES("fused `double[]` loop, with equity, falls, daily returns and excursions");

    private final String text;

    Lane(String text) {
        this.text = text;
    }

    /** {@return what runs rules over these candles; what can be prepared before the clock starts is prepared} */
    Runner over(CandleSeries candles) {
        return switch (this) {
            case BACKTEST -> new OurBacktest(candles);
            case ENGINE -> new OurEngine(candles);
            case TA4J -> new Ta4jLane(candles);
            case BRIDGE -> new BridgeLane(candles);
            case COSTS -> new CostsLane(candles);
            case FUSED -> new FusedLane(candles);
            case FIGURES -> new FiguresLane(candles);
        };
    }

    /** {@return whether it makes the round trips of the others} */
    boolean tradesAlike() {
        return this != COSTS;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Runs rules over candles it was made with, from indicators to the last fill. */
    interface Runner {
        /** {@return what happened} */
        Outcome run(TradingRules rules);
    }

    /** What happened in a run. Reading it costs time of its own, which is not measured. */
    interface Outcome {
        /** {@return the closed positions, oldest first} */
        List<RoundTripKey> roundTrips();
    }
}
