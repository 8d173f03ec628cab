package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A short market, written as {@code open high low close}, and what is decided at the close of which candle. */
final class Scene {
    /** Declared by every scene. */
    static final Indicator TRUE_RANGE = named("atr(1)");

    private final CandleSeries candles;
    private final Map<Integer, Decision> decisions = new HashMap<>();
    private UnaryOperator<BacktestBuilder> change = builder -> builder;

    private Scene(CandleSeries candles) {
        this.candles = candles;
    }

    /** {@return what stands for an indicator in a decision, which takes no more than its name} */
    static Indicator named(String name) {
        return new Indicator() {
            @Override
            public double value(int ago) {
                return Double.NaN;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    static Scene of(String... candles) {
        return of(Instrument.of("TEST"), candles);
    }

    static Scene of(Instrument instrument, String... candles) {
        return new Scene(series(instrument, Timeframe.H1, candles));
    }

    static CandleSeries series(Instrument instrument, Timeframe timeframe, String... candles) {
        CandleSeries.Builder series = CandleSeries.builder(instrument, timeframe);
        for (int i = 0; i < candles.length; i++) {
            String[] price = candles[i].split(" ", -1);
            series.add(
                    i * timeframe.millis(),
                    Double.parseDouble(price[0]),
                    Double.parseDouble(price[1]),
                    Double.parseDouble(price[2]),
                    Double.parseDouble(price[3]),
                    1);
        }
        return series.build();
    }

    /** Decides at the close of a candle, counted from 0. */
    Scene at(int candle, Decision decision) {
        decisions.put(candle, decision);
        return this;
    }

    Scene with(UnaryOperator<BacktestBuilder> more) {
        UnaryOperator<BacktestBuilder> before = change;
        change = builder -> more.apply(before.apply(builder));
        return this;
    }

    Scene rules(UnaryOperator<SimulationRules> rules) {
        return with(builder -> builder.rules(rules));
    }

    Scene costs(Costs costs) {
        return with(builder -> builder.costs(costs));
    }

    Scene size(String size) {
        return with(builder -> builder.size(PositionSize.parse(size)));
    }

    BacktestResult run() {
        return change.apply(TradeTracker.create().backtest().candles(candles).strategy(this::script))
                .run();
    }

    private Strategy script(StrategyContext context) {
        context.indicators().atr(1);
        context.warmUp(1);
        int[] candle = {0};
        return view -> decisions.getOrDefault(candle[0]++, Decision.hold());
    }

    /** {@return the fills as {@code candle SIDE quantity@price REASON}} */
    List<String> fills() {
        return fills(run());
    }

    static List<String> fills(BacktestResult result) {
        return result.fills().stream().map(Scene::line).toList();
    }

    private static String line(Fill fill) {
        double hours = fill.time().toEpochMilli() / (double) Timeframe.H1.millis();
        return (hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours)) + " " + fill.side()
                + " " + fill.quantity().toPlainString() + "@" + fill.price().toPlainString() + " " + fill.reason();
    }

    /** {@return the codes of everything refused} */
    List<String> refusals() {
        return run().rejections().stream().map(Rejection::code).toList();
    }
}
