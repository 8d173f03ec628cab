package io.tradetracker.ta4j;

import io.tradetracker.api.strategy.StrategyFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Strategy;

/**
 * Whole strategies of ta4j, to be run like any other: in a backtest, in paper trading, as a bot.
 *
 * <p>Flat, the entry rule is asked at each closed candle of the run's own timeframe, and a satisfied one enters at
 * market with the run's size, on the side of the strategy's starting type; in a position the exit rule is asked and
 * closes all. Nothing is done at ta4j's unstable candles. Without costs, entries and exits are those of ta4j's
 * {@code BarSeriesManager}: of its {@code TradeOnNextOpenModel} by default, and of its {@code TradeOnCurrentCloseModel}
 * when the run fills at the close that decided, with {@code FillAt.CLOSE}.
 */
public final class Ta4jStrategies {
    private Ta4jStrategies() {}

    /**
     * {@return what makes such a strategy}
     *
     * @param maker makes ta4j's strategy of the given series, anew at each call, without reading candles; when a part
     *     cannot work (see {@link Ta4j#indicator}), creating the strategy throws {@link IllegalArgumentException}
     */
    public static StrategyFactory of(Function<BarSeries, ? extends Strategy> maker) {
        return context -> new BridgedStrategy(Ta4j.on(context), maker);
    }

    /**
     * {@return what works in such a strategy but is better replaced; empty when there is nothing}
     *
     * @param maker as in {@link #of}
     * @throws IllegalArgumentException when a part cannot work
     */
    public static List<Ta4jWarning> warnings(Function<BarSeries, ? extends Strategy> maker) {
        GrowingSeries series = new GrowingSeries("no candles", Duration.ofMinutes(1));
        Screening screening = new Screening(series);
        screening.check("strategy", maker.apply(series));
        return screening.warnings();
    }
}
