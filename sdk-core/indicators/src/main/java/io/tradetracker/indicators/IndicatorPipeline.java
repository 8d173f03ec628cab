package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Calculation;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.indicator.Macd;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.indicator.Source;
import io.tradetracker.api.indicator.Supertrend;
import io.tradetracker.api.market.CandleSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of one timeframe of one run. Declare them, {@link #seal()}, then call {@link #update()} after each
 * candle that was pushed into the window. Used by one thread at a time.
 *
 * <p>Indicators are updated in the order of their declaration, an author's own after those of the catalogue; what one
 * reads is always updated before it. A source that has no value at a candle (NaN) starts what is computed from it
 * afresh.
 */
final class IndicatorPipeline implements Indicators {
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z0-9_(),.-]{1,100}");

    private final CandleWindow candles;
    private final Cursor cursor;
    private final Cursor ring = new Cursor();
    private final String place;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Map<Handle, Step> makers = new HashMap<>();
    private final Set<Handle> declared = new LinkedHashSet<>();
    private @Nullable ColumnSource source;
    private List<ColumnFill> fills = List.of();
    private Handle[] shifted = {};
    private int end;
    private Handle[] shown = {};
    private Step[] order = {};
    private Handle[] awaited = {};
    private boolean sealed;
    private boolean ready;

    /**
     * Makes a pipeline without indicators.
     *
     * @param candles what they are computed from, without a candle yet
     */
    IndicatorPipeline(CandleWindow candles) {
        this(candles, "");
    }

    /**
     * Makes a pipeline without indicators.
     *
     * @param candles what they are computed from, without a candle yet
     * @param place follows each indicator's name, such as {@code @1h}, so that it differs from those of other pipelines
     */
    IndicatorPipeline(CandleWindow candles, String place) {
        this.candles = candles;
        cursor = candles.cursor;
        this.place = place;
    }

    /** Ends the declaration: from now on declaring throws {@link IllegalStateException}. */
    void seal() {
        // those of the catalogue first: an author's own may read any of them, also one that was declared later
        order = Stream.concat(
                        steps.values().stream().filter(step -> !step.isOwn()),
                        steps.values().stream().filter(Step::isOwn))
                .toArray(Step[]::new);
        awaited = declared.toArray(Handle[]::new);
        sealed = true;
    }

    /**
     * Computes every indicator for the candle that was pushed last. Call it once for each candle. Does not allocate.
     *
     * @throws IllegalStateException before {@link #seal()}
     */
    void update() {
        if (!sealed) {
            throw new IllegalStateException("indicators can be updated only after seal() ended their declaration");
        }
        for (Step step : order) {
            step.update();
        }
    }

    /**
     * Takes the values from columns, after {@link #seal()} and before the first candle: those of the catalogue are
     * computed now for all candles, unless another run has done so; an author's own still are at each candle. From now
     * on call {@link #advance()} for each candle instead of {@link #update()}.
     */
    void useColumns(IndicatorColumns columns) {
        Set<Step> known = new HashSet<>();
        List<Step> missing = new ArrayList<>();
        for (Step step : order) {
            if (!step.isOwn()) {
                (isKnown(step, columns) ? known : missing).add(step);
            }
        }
        missing.forEach(step -> step.handles().forEach(handle -> handle.column(columns.create())));
        begin(new WholeSource(columns), missing, known);
        moveOn();
        missing.forEach(step -> step.handles().forEach(handle -> columns.share(handle.key(), handle.column())));
    }

    private static boolean isKnown(Step step, IndicatorColumns columns) {
        for (Handle handle : step.handles()) {
            double @Nullable [] column = columns.find(handle.key());
            if (column == null) {
                return false;
            }
            handle.column(column);
        }
        return true;
    }

    /**
     * Goes through a series, after {@link #seal()} and before the first candle: indicators of the catalogue are
     * computed some hundred candles ahead, which is quicker and gives the same values; nothing shows them before their
     * candle. From now on call {@link #advance()} for each candle instead of {@link #update()}.
     */
    void useSeries(CandleSeries series) {
        List<Step> steps = new ArrayList<>(List.of(order));
        steps.removeIf(Step::isOwn);
        steps.forEach(step -> step.handles().forEach(handle -> handle.column(BlockSource.column())));
        begin(new BlockSource(series), steps, Set.of());
    }

    private void begin(ColumnSource from, List<Step> steps, Set<Step> known) {
        source = from;
        fills = ColumnFill.plan(from, candles, steps, known);
        shifted = steps.stream().flatMap(step -> step.handles().stream()).toArray(Handle[]::new);
        order = Arrays.stream(order).filter(Step::isOwn).toArray(Step[]::new);
        for (Step own : order) {
            own.handles().forEach(handle -> handle.turnWith(ring));
        }
        shown = order.length == 0
                ? new Handle[0]
                : handles.values().stream()
                        .filter(handle -> !makerOf(handle).isOwn())
                        .toArray(Handle[]::new);
        candles.over(from.series);
        end = IndicatorColumns.FIRST;
    }

    /** Computes the next candles. */
    private void moveOn() {
        ColumnSource from = Objects.requireNonNull(source);
        boolean first = end == IndicatorColumns.FIRST;
        end = from.next();
        if (end == IndicatorColumns.FIRST) {
            throw new IllegalStateException("there is no candle after the last of " + from.series);
        }
        if (!first) {
            for (Handle handle : shifted) {
                handle.keepHistory();
            }
        }
        for (ColumnFill fill : fills) {
            candles.block(from.base);
            fill.fill(end);
        }
        candles.block(from.base);
    }

    /** Moves on to the next candle of the series. Allocates no more than a little at the beginning of a block. */
    void advance() {
        if (cursor.at + 1 == end) {
            moveOn();
        }
        cursor.at++;
        if (order.length > 0) {
            ring.goRound();
            candles.show();
            for (Handle handle : shown) {
                handle.show();
            }
            for (Step step : order) {
                step.update();
            }
        }
    }

    /** {@return whether it goes through a series, with {@link #advance()}} */
    boolean isInColumns() {
        return source != null;
    }

    /** {@return whether every declared indicator has had a value at one and the same candle} */
    boolean ready() {
        if (!ready) {
            ready = sealed && Arrays.stream(awaited).allMatch(Handle::ready);
        }
        return ready;
    }

    /** {@return the declared indicators in order, for journals} */
    List<Indicator> declared() {
        return List.copyOf(declared);
    }

    @Override
    public Indicator sma(Source source, int period) {
        return only("sma", source, period);
    }

    @Override
    public Indicator ema(Source source, int period) {
        return only("ema", source, period);
    }

    @Override
    public Indicator rsi(Source source, int period) {
        return only("rsi", source, period);
    }

    @Override
    public Macd macd(Source source, int fast, int slow, int signal) {
        Step step = declare("macd", source, fast, slow, signal);
        return new Macd(step.handle(0), step.handle(1), step.handle(2));
    }

    @Override
    public Indicator atr(int period) {
        return only("atr", CLOSE, period);
    }

    @Override
    public Bands bollinger(Source source, int period, double factor) {
        return bands(declare("bollinger", source, period, factor));
    }

    @Override
    public Bands donchian(int period) {
        return bands(declare("donchian", CLOSE, period));
    }

    @Override
    public Supertrend supertrend(int period, double factor) {
        Step step = declare("supertrend", CLOSE, period, factor);
        return new Supertrend(step.handle(0), step.handle(1));
    }

    @Override
    public Indicator highest(Source source, int period) {
        return only("highest", source, period);
    }

    @Override
    public Indicator lowest(Source source, int period) {
        return only("lowest", source, period);
    }

    @Override
    public Indicator price(PriceField field) {
        return declare(field.name(), key -> new PriceStep(key, candles, field)).handle(0);
    }

    @Override
    public Map<String, Indicator> named(String name, Map<String, Double> parameters) {
        requireOpen();
        PriceField usual = IndicatorCatalogue.entry(name).spec().source();
        return outputs(name, usual == null ? CLOSE : usual, parameters);
    }

    @Override
    public Map<String, Indicator> named(String name, Source source, Map<String, Double> parameters) {
        requireOpen();
        if (!IndicatorCatalogue.entry(name).spec().takesSource()) {
            throw new IllegalArgumentException(
                    "indicator '" + name + "' reads whole candles and takes no source; call named(name, parameters)");
        }
        return outputs(name, source, parameters);
    }

    private Map<String, Indicator> outputs(String name, Source source, Map<String, Double> given) {
        CatalogueEntry entry = IndicatorCatalogue.entry(name);
        Step step = step(entry, source, NamedParameters.complete(entry.spec(), given));
        declared.addAll(step.handles());
        Map<String, Indicator> outputs = new LinkedHashMap<>();
        for (int i = 0; i < step.handles().size(); i++) {
            outputs.put(entry.spec().outputs().get(i).name(), step.handle(i));
        }
        return Collections.unmodifiableMap(outputs);
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
        Step step = declare(name, key -> new CustomStep(key, candles, calculation));
        step.markOwn();
        return step.handle(0);
    }

    private Indicator only(String id, Source source, double... parameters) {
        return declare(id, source, parameters).handle(0);
    }

    private Step declare(String id, Source source, double... parameters) {
        Step step = step(id, source, parameters);
        declared.addAll(step.handles());
        return step;
    }

    private Step step(String id, Source source, double... parameters) {
        CatalogueEntry entry = IndicatorCatalogue.entry(id);
        return step(entry, source, NamedParameters.inOrder(entry.spec(), parameters));
    }

    private Step step(CatalogueEntry entry, Source source, Map<String, Double> parameters) {
        requireOpen();
        boolean takesSource = entry.spec().takesSource();
        Cell input = takesSource ? cellOf(source) : candles.closeCell;
        List<Object> arguments = new ArrayList<>();
        if (takesSource) {
            arguments.add(nameOf(source));
        }
        arguments.addAll(parameters.values());
        Step step = step(
                Declaration.key(entry.spec().id(), arguments),
                key -> entry.recipe().make(new Ingredients(key, input, source, parameters, this)));
        if (takesSource && source instanceof Handle handle && makerOf(handle).isOwn()) {
            step.markOwn();
        }
        return step;
    }

    private Step makerOf(Handle handle) {
        return Objects.requireNonNull(makers.get(handle));
    }

    /** {@return the first output of an indicator that another one is computed from; it is not declared for itself} */
    Cell part(String id, Source source, double... parameters) {
        return step(id, source, parameters).handle(0);
    }

    CandleWindow candles() {
        return candles;
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
            handle.join(candles.cursor, place);
            handles.put(handle.key(), handle);
            makers.put(handle, step);
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
