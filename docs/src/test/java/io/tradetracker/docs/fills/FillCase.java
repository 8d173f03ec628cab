package io.tradetracker.docs.fills;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One picture of the guide: a few candles, one decision at the close of the first, and what really fills.
 *
 * @param name of the picture's file
 * @param candles open, high, low and close of each
 * @param decision at the close of the first
 * @param levels prices to show, by name
 * @param rules of the run
 * @param costs of the run
 */
record FillCase(
        String name,
        List<double[]> candles,
        Decision decision,
        Map<String, Double> levels,
        SimulationRules rules,
        Costs costs) {
    private static final double[] BEFORE = {100, 103, 98, 101};

    static List<FillCase> all() {
        return Stream.of(orders(), protection()).flatMap(List::stream).toList();
    }

    private static List<FillCase> orders() {
        return List.of(
                of("market-next-open", Decision.enter(BUY), Map.of(), candle(103, 106, 102, 105)),
                of("market-at-close", Decision.enter(BUY), Map.of(), candle(103, 106, 102, 105))
                        .with(SimulationRules.DEFAULT.withFillAt(FillAt.CLOSE)),
                of(
                        "limit-inside",
                        Decision.enter(BUY).atLimit(97),
                        Map.of("limit 97", 97.0),
                        candle(101, 103, 95, 100)),
                of(
                        "limit-better-open",
                        Decision.enter(BUY).atLimit(97),
                        Map.of("limit 97", 97.0),
                        candle(95, 99, 94, 98)),
                of(
                        "stop-inside",
                        Decision.enter(BUY).atStop(105),
                        Map.of("stop 105", 105.0),
                        candle(102, 107, 101, 106)),
                of(
                        "stop-worse-open",
                        Decision.enter(BUY).atStop(105),
                        Map.of("stop 105", 105.0),
                        candle(107, 109, 106, 108)),
                of(
                        "stop-limit",
                        Decision.enter(BUY).atStopLimit(105, 106),
                        Map.of("stop 105", 105.0, "limit 106", 106.0),
                        candle(108, 109, 106.5, 107),
                        candle(107, 108, 105, 106)));
    }

    private static List<FillCase> protection() {
        Decision stopAndTarget = Decision.enter(BUY).stopLoss(96).takeProfit(107);
        Map<String, Double> both = Map.of("stop loss 96", 96.0, "take profit 107", 107.0);
        return List.of(
                of("stop-loss-gap", stopAndTarget, both, candle(101, 103, 100, 102), candle(93, 95, 91, 94)),
                of("target-gap", stopAndTarget, both, candle(101, 103, 100, 102), candle(110, 112, 109, 111)),
                of("both-pessimistic", stopAndTarget, both, candle(101, 108, 95, 103)),
                of("both-nearest-extreme", stopAndTarget, both, candle(103, 108, 94, 100))
                        .with(SimulationRules.DEFAULT.withPath(CandlePath.NEAREST_EXTREME_FIRST)),
                of(
                        "entry-and-stop",
                        Decision.enter(BUY).atLimit(98).stopLoss(95),
                        Map.of("limit 98", 98.0, "stop loss 95", 95.0),
                        candle(101, 102, 94, 97)),
                of(
                        "entry-and-target",
                        Decision.enter(BUY).atLimit(98).takeProfit(102),
                        Map.of("limit 98", 98.0, "take profit 102", 102.0),
                        candle(101, 104, 97, 100),
                        candle(100, 103, 99, 101)),
                of(
                        "one-cancels-other",
                        Decision.oneCancelsOther(
                                Decision.enter(BUY).atStop(105),
                                Decision.enter(SELL).atStop(98)),
                        Map.of("buy stop 105", 105.0, "sell stop 98", 98.0),
                        candle(101, 106, 96, 100)),
                of(
                        "trailing-after-candle",
                        Decision.enter(BUY).trailing(4),
                        Map.of(),
                        candle(101, 108, 100, 106),
                        candle(106, 107, 102, 103)),
                of("trailing-along-path", Decision.enter(BUY).trailing(4), Map.of(), candle(101, 108, 100, 103))
                        .with(SimulationRules.DEFAULT.withPath(CandlePath.LOW_FIRST)),
                of(
                                "stop-loss-on-bid",
                                Decision.enter(BUY).stopLoss(97),
                                Map.of("stop loss 97", 97.0),
                                candle(101, 103, 97.8, 99))
                        .withSpread(2));
    }

    private static double[] candle(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    private static FillCase of(String name, Decision decision, Map<String, Double> levels, double[]... candles) {
        List<double[]> all = new ArrayList<>(List.of(BEFORE));
        all.addAll(List.of(candles));
        return new FillCase(name, List.copyOf(all), decision, levels, SimulationRules.DEFAULT, Costs.NONE);
    }

    private FillCase with(SimulationRules other) {
        return new FillCase(name, candles, decision, levels, other, costs);
    }

    private FillCase withSpread(double spread) {
        return new FillCase(name, candles, decision, levels, rules, Costs.NONE.withSpread(spread));
    }

    List<Fill> fills() {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of("X"), Timeframe.H1);
        for (int i = 0; i < candles.size(); i++) {
            double[] c = candles.get(i);
            series.add(i * Timeframe.H1.millis(), c[0], c[1], c[2], c[3], 1);
        }
        int[] asked = {0};
        return TradeTracker.create()
                .backtest()
                .candles(series.build())
                .rules(rules)
                .costs(costs)
                .strategy(context -> view -> asked[0]++ == 0 ? decision : Decision.hold())
                .run()
                .fills();
    }
}
