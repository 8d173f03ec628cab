package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Calculation;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.indicator.Macd;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.indicator.Source;
import io.tradetracker.api.indicator.Supertrend;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The indicators of one timeframe of one run. Declare them, {@link #seal()}, then call {@link #update()} after each
 * candle that was pushed into the window. Used by one thread at a time.
 *
 * <p>Indicators are updated in the order of their declaration; what one reads is always declared before it. A source
 * that has no value at a candle (NaN) starts what is computed from it afresh.
 */
public final class IndicatorPipeline implements Indicators {
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z0-9_(),.-]{1,100}");

    private final CandleWindow candles;
    private final String place;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Set<Handle> declared = new LinkedHashSet<>();
    private Step[] order = {};
    private Handle[] awaited = {};
    private boolean sealed;
    private boolean ready;

    /**
     * Makes a pipeline without indicators.
     *
     * @param candles what they are computed from, without a candle yet
     */
    public IndicatorPipeline(CandleWindow candles) {
        this(candles, "");
    }

    /**
     * Makes a pipeline without indicators.
     *
     * @param candles what they are computed from, without a candle yet
     * @param place follows each indicator's name, such as {@code @1h}, so that it differs from those of other pipelines
     */
    public IndicatorPipeline(CandleWindow candles, String place) {
        this.candles = candles;
        this.place = place;
    }

    /** Ends the declaration: from now on declaring throws {@link IllegalStateException}. */
    public void seal() {
        order = steps.values().toArray(Step[]::new);
        awaited = declared.toArray(Handle[]::new);
        sealed = true;
    }

    /**
     * Computes every indicator for the candle that was pushed last. Call it once for each candle. Does not allocate.
     *
     * @throws IllegalStateException before {@link #seal()}
     */
    public void update() {
        if (!sealed) {
            throw new IllegalStateException("indicators can be updated only after seal() ended their declaration");
        }
        for (Step step : order) {
            step.update();
        }
    }

    /** {@return whether every declared indicator has had a value at one and the same candle} */
    public boolean ready() {
        if (!ready) {
            ready = sealed && Arrays.stream(awaited).allMatch(Handle::ready);
        }
        return ready;
    }

    /** {@return the declared indicators in order, for journals} */
    public List<Indicator> declared() {
        return List.copyOf(declared);
    }

    @Override
    public Indicator sma(Source source, int period) {
        Declaration.period(period);
        Cell input = cellOf(source);
        return declare(Declaration.key("sma", nameOf(source), period), key -> new SmaStep(key, input, period))
                .handle(0);
    }

    @Override
    public Indicator ema(Source source, int period) {
        Declaration.period(period);
        Cell input = cellOf(source);
        return declare(Declaration.key("ema", nameOf(source), period), key -> new EmaStep(key, input, period))
                .handle(0);
    }

    @Override
    public Indicator rsi(Source source, int period) {
        Declaration.period(period);
        Cell input = cellOf(source);
        return declare(Declaration.key("rsi", nameOf(source), period), key -> new RsiStep(key, input, period))
                .handle(0);
    }

    @Override
    public Macd macd(Source source, int fast, int slow, int signal) {
        Declaration.period("fast", fast);
        Declaration.period("slow", slow);
        Declaration.period("signal", signal);
        if (fast >= slow) {
            throw new IllegalArgumentException("macd: fast " + fast + " must be below slow " + slow);
        }
        Cell input = cellOf(source);
        Step step = declare(
                Declaration.key("macd", nameOf(source), fast, slow, signal),
                key -> new MacdStep(key, input, fast, slow, signal));
        return new Macd(step.handle(0), step.handle(1), step.handle(2));
    }

    @Override
    public Indicator atr(int period) {
        Declaration.period(period);
        return declare(Declaration.key("atr", period), key -> new AtrStep(key, candles, period))
                .handle(0);
    }

    @Override
    public Bands bollinger(Source source, int period, double factor) {
        Declaration.period(period);
        Declaration.factor(factor);
        Cell input = cellOf(source);
        return bands(declare(
                Declaration.key("bollinger", nameOf(source), period, factor),
                key -> new BollingerStep(key, input, period, factor)));
    }

    @Override
    public Bands donchian(int period) {
        Declaration.period(period);
        return bands(declare(Declaration.key("donchian", period), key -> new DonchianStep(key, candles, period)));
    }

    @Override
    public Supertrend supertrend(int period, double factor) {
        Declaration.period(period);
        Declaration.factor(factor);
        Cell range = step(Declaration.key("atr", period), key -> new AtrStep(key, candles, period))
                .handle(0);
        Step step = declare(
                Declaration.key("supertrend", period, factor), key -> new SupertrendStep(key, candles, range, factor));
        return new Supertrend(step.handle(0), step.handle(1));
    }

    @Override
    public Indicator highest(Source source, int period) {
        Declaration.period(period);
        Cell input = cellOf(source);
        return declare(
                        Declaration.key("highest", nameOf(source), period),
                        key -> new ExtremeStep(key, input, WindowExtreme.highest(period)))
                .handle(0);
    }

    @Override
    public Indicator lowest(Source source, int period) {
        Declaration.period(period);
        Cell input = cellOf(source);
        return declare(
                        Declaration.key("lowest", nameOf(source), period),
                        key -> new ExtremeStep(key, input, WindowExtreme.lowest(period)))
                .handle(0);
    }

    @Override
    public Indicator price(PriceField field) {
        return declare(field.name(), key -> new PriceStep(key, candles, field)).handle(0);
    }

    @Override
    public Map<String, Indicator> named(String name, Map<String, Double> parameters) {
        requireOpen();
        return Catalogue.declare(this, name, parameters);
    }

    @Override
    public Indicator custom(String name, Calculation calculation, List<Indicator> inputs) {
        requireOpen();
        inputs.forEach(this::nameOf);
        if (!CUSTOM_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "custom indicator '" + name + "' must have a name of 1 to 100 letters, digits or - _ ( ) , .");
        }
        if (handles.containsKey(name) || steps.containsKey(name) || isPrice(name)) {
            throw taken(name);
        }
        return declare(name, key -> new CustomStep(key, candles, calculation)).handle(0);
    }

    private Step declare(String key, Function<String, Step> maker) {
        Step step = step(key, maker);
        declared.addAll(step.handles());
        return step;
    }

    private Step step(String key, Function<String, Step> maker) {
        requireOpen();
        Step known = steps.get(key);
        if (known instanceof CustomStep) {
            throw taken(key);
        }
        return known != null ? known : add(key, maker.apply(key));
    }

    private Step add(String key, Step step) {
        for (Handle handle : step.handles()) {
            if (handles.containsKey(handle.key())) {
                throw taken(handle.key());
            }
        }
        for (Handle handle : step.handles()) {
            handle.place(place);
            handles.put(handle.key(), handle);
        }
        steps.put(key, step);
        return step;
    }

    private Cell cellOf(Source source) {
        if (source instanceof PriceField field) {
            return cellOf(field);
        }
        requireOpen();
        return owned(source);
    }

    private Cell cellOf(PriceField field) {
        return switch (field) {
            case OPEN -> candles.openCell;
            case HIGH -> candles.highCell;
            case LOW -> candles.lowCell;
            case CLOSE -> candles.closeCell;
            case VOLUME -> candles.volumeCell;
            case HL2, HLC3, OHLC4 ->
                step(field.name(), key -> new PriceStep(key, candles, field)).handle(0);
        };
    }

    private String nameOf(Source source) {
        return source instanceof PriceField field ? field.name() : owned(source).key();
    }

    private Handle owned(Source source) {
        if (source instanceof Handle handle && handles.get(handle.key()) == handle) {
            return handle;
        }
        String name = source instanceof Indicator indicator ? indicator.name() : String.valueOf(source);
        throw new IllegalArgumentException("source " + name + " was not declared with these " + candles.timeframe()
                + " indicators; use a price or an indicator of the same timeframe and strategy");
    }

    private void requireOpen() {
        if (sealed) {
            throw new IllegalStateException("indicators can be declared only while the strategy is created;"
                    + " keep the handle in a field and read it later");
        }
    }

    private static Bands bands(Step step) {
        return new Bands(step.handle(0), step.handle(1), step.handle(2));
    }

    private static boolean isPrice(String name) {
        return Arrays.stream(PriceField.values()).anyMatch(field -> field.name().equals(name));
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException(
                "two indicators would be named '" + name + "'; give the custom one another name");
    }
}
