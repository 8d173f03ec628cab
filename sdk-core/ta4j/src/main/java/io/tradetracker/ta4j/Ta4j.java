package io.tradetracker.ta4j;

import io.tradetracker.api.indicator.Calculation;
import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.MarketContext;
import io.tradetracker.api.strategy.MarketView;
import io.tradetracker.api.strategy.StrategyView;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Rule;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.num.Num;

/**
 * Lets a strategy use indicators and rules of ta4j over the candles of one instrument and timeframe. Made in the
 * strategy's constructor, one for each instance and for each instrument and timeframe:
 *
 * <pre>{@code
 * Ta4j ta4j = Ta4j.on(context);
 * Indicator fisher = ta4j.indicator("fisher", bars -> new FisherIndicator(bars));
 * Ta4jRule stop = ta4j.rule(bars -> new StopLossRule(new ClosePriceIndicator(bars), 2));
 * }</pre>
 *
 * What ta4j reads is a series that ends at the last closed candle and grows with each; reading a later one throws. Its
 * numbers are {@code DoubleNum}. Values are those that ta4j computes over the whole series with
 * {@code DoubleNumFactory}, as far as that does not look ahead.
 *
 * <p>A bridge keeps every candle, 48 bytes each, and 65,536 values of each of ta4j's cached indicators. Used only by
 * the thread that runs its strategy.
 */
public final class Ta4j {
    private static final String FEED = "ta4j";

    private final InstrumentId instrument;
    private final Indicators indicators;
    private final GrowingSeries series;
    private final Screening screening;
    private final PositionRecord positions;
    private boolean fed;

    private Ta4j(MarketContext market, Indicators indicators, Timeframe timeframe) {
        this.indicators = indicators;
        instrument = market.instrument().id();
        series = new GrowingSeries(instrument + " " + timeframe, timeframe.duration());
        screening = new Screening(series);
        positions = new PositionRecord(series);
    }

    /**
     * {@return a bridge to the candles of the run's own timeframe}
     *
     * @param market the strategy's context, or another instrument's: {@code context.on(id)}
     */
    public static Ta4j on(MarketContext market) {
        return new Ta4j(market, market.indicators(), market.timeframe());
    }

    /**
     * {@return a bridge to the candles of a longer timeframe, which ta4j sees when they have closed}
     *
     * @param market the strategy's context, or another instrument's
     * @throws IllegalArgumentException when it is no whole multiple of the run's timeframe
     */
    public static Ta4j on(MarketContext market, Timeframe longer) {
        return new Ta4j(market, market.indicators(longer), longer);
    }

    /**
     * Declares an indicator of ta4j.
     *
     * @param name unique in this strategy, letters, digits and {@code - _ ( ) , .}
     * @param maker makes it of the given series, whose candles it may not read yet
     * @return its handle; no value (NaN) at ta4j's unstable candles, nor where ta4j's is NaN or infinite
     * @throws IllegalArgumentException when the name is taken, or when the indicator, or one it is computed from, looks
     *     ahead, reads another series, has numbers that are no {@code DoubleNum}, or looks back more than 65,536
     *     candles
     * @throws IllegalStateException after the strategy was created
     */
    public Indicator indicator(String name, Function<BarSeries, ? extends org.ta4j.core.Indicator<Num>> maker) {
        var made = screened("indicator " + name, maker);
        int unstable = made.getCountOfUnstableBars();
        // a running sum of ta4j's that has met no value once has none for good
        return declare(name, candles -> now(candles) < unstable ? Double.NaN : number(made.getValue(series.now())));
    }

    /**
     * Declares a condition of ta4j, such as a candlestick pattern.
     *
     * @param name as in {@link #indicator}
     * @param maker as in {@link #indicator}
     * @return its handle: 1 where it is true, 0 where it is not, no value (NaN) at ta4j's unstable candles
     * @throws IllegalArgumentException as {@link #indicator}
     * @throws IllegalStateException after the strategy was created
     */
    public Indicator condition(String name, Function<BarSeries, ? extends org.ta4j.core.Indicator<Boolean>> maker) {
        var made = screened("condition " + name, maker);
        int unstable = made.getCountOfUnstableBars();
        return declare(name, candles -> now(candles) < unstable ? Double.NaN : number(made.getValue(series.now())));
    }

    /**
     * Declares a rule of ta4j. At the unstable candles of the indicators in it, it is not asked and not satisfied.
     *
     * @param maker as in {@link #indicator}
     * @return the rule, to be asked in {@code onCandle}
     * @throws IllegalArgumentException as {@link #indicator}
     * @throws IllegalStateException after the strategy was created
     */
    public Ta4jRule rule(Function<BarSeries, ? extends Rule> maker) {
        Rule made = declared("rule", maker);
        int unstable = Screening.unstableCandles(made);
        return new Ta4jRule(this, record -> series.now() >= unstable && made.isSatisfied(series.now(), record));
    }

    /**
     * Tells the rules of a fill. A strategy that uses a rule about its position, such as a stop loss, passes every fill
     * on; those of other instruments are passed over.
     *
     * @param fill what {@code onFill} was given
     * @param view what {@code onFill} was given
     */
    public void onFill(FillView fill, StrategyView view) {
        if (fill.instrument().equals(instrument)) {
            positions.fill(fill, !view.on(instrument).isInCandle());
        }
    }

    /** {@return what works but is better replaced, of all that was declared so far; empty when there is nothing} */
    public List<Ta4jWarning> warnings() {
        return screening.warnings();
    }

    /** Declares a whole strategy; the run's fills are told by {@link #onFill}. */
    org.ta4j.core.Strategy strategy(Function<BarSeries, ? extends org.ta4j.core.Strategy> maker) {
        org.ta4j.core.Strategy made = declared("strategy", maker);
        positions.startWith(made.getStartingType());
        return made;
    }

    InstrumentId instrument() {
        return instrument;
    }

    /** {@return the index of the last closed candle; −1 before there is one} */
    int now() {
        return series.now();
    }

    /** Asks something about the positions, which are compared with the account when they are read. */
    <T> T ask(MarketView view, Function<TradingRecord, T> question) {
        positions.compareWith(view);
        try {
            return question.apply(positions);
        } finally {
            positions.compareWith(null);
        }
    }

    /** {@return whether a rule is satisfied; false before the first candle} */
    boolean test(MarketView view, Predicate<TradingRecord> rule) {
        return series.now() >= 0 && ask(view, rule::test);
    }

    private <T> T declared(String what, Function<BarSeries, ? extends T> maker) {
        if (series.now() >= 0) {
            throw new IllegalStateException("a " + what + " of ta4j can be declared only while the strategy is"
                    + " created; keep it in a field");
        }
        T made = screened(what, maker);
        if (!fed) {
            feed();
        }
        return made;
    }

    /** Rules are asked, and not computed at each candle: something has to see every candle for them. */
    private void feed() {
        Calculation lastClose = candles -> {
            now(candles);
            return candles.close();
        };
        try {
            declare(FEED, lastClose);
        } catch (IllegalArgumentException taken) {
            throw new IllegalArgumentException(
                    "these candles have a ta4j bridge with rules already; make one and use it for all", taken);
        }
    }

    private <T> T screened(String what, Function<BarSeries, ? extends T> maker) {
        T made = maker.apply(series);
        if (made == null) {
            throw new IllegalArgumentException("the function that makes " + what + " returned null");
        }
        screening.check(what, made);
        return made;
    }

    private Indicator declare(String name, Calculation calculation) {
        Indicator handle = indicators.custom(name, calculation, List.of());
        fed = true;
        return handle;
    }

    /** {@return the index of the candle that just closed, which is taken in unless that was done} */
    private int now(Candles candles) {
        if (!series.endsWith(candles.timeMillis(0))) {
            series.add(candles);
            screening.needingEachCandle().forEach(indicator -> indicator.getValue(series.now()));
        }
        return series.now();
    }

    private static double number(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value) ? 1 : 0;
    }

    private static double number(@Nullable Num value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
