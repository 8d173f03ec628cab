package io.tradetracker.ta4j;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Converts candles from ta4j's series and to one. */
public final class Ta4jCandles {
    /** From here on ta4j's caches fail unless the series says how many bars there may be. */
    private static final int UNLIMITED = 1_000_000;

    private Ta4jCandles() {}

    /**
     * {@return the bars of a series as candles, with the bar's begin as the candle's time}
     *
     * <p>Bars may be missing, as candles may. The amount and the number of trades are left out.
     *
     * @param bars of one length, each beginning a whole number of lengths after the one before
     * @param instrument what they are of
     * @throws IllegalArgumentException when there is no bar, when a bar has another length or begins elsewhere, or when
     *     its numbers make no candle; the message names the bar
     */
    public static CandleSeries from(BarSeries bars, Instrument instrument) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(
                    "series '" + bars.getName() + "' has no bar, so that its timeframe is unknown");
        }
        Bar first = bars.getBar(bars.getBeginIndex());
        Timeframe timeframe = timeframe(first);
        CandleSeries.Builder candles = CandleSeries.builder(instrument, timeframe);
        long before = beginOf(first) - timeframe.millis();
        for (int i = bars.getBeginIndex(); i <= bars.getEndIndex(); i++) {
            Bar bar = bars.getBar(i);
            String fault = fault(bar, timeframe, before);
            if (fault != null) {
                throw new IllegalArgumentException(
                        "bar " + i + " of series '" + bars.getName() + "', " + bar.getBeginTime() + ": " + fault);
            }
            before = beginOf(bar);
            add(candles, bar, i);
        }
        return candles.build();
    }

    /**
     * {@return candles as a series of ta4j with {@code DoubleNum}, as for comparisons}
     *
     * <p>A series of a million candles or more allows no further ones, or ta4j's caches would fail.
     */
    public static BarSeries toBarSeries(CandleSeries candles) {
        BarSeries bars = new BaseBarSeriesBuilder()
                .withName(candles.instrument().id().toString())
                .withNumFactory(DoubleNumFactory.getInstance())
                .withMaxBarCount(candles.size() < UNLIMITED ? Integer.MAX_VALUE : candles.size())
                .build();
        Duration length = candles.timeframe().duration();
        for (int i = 0; i < candles.size(); i++) {
            bars.barBuilder()
                    .timePeriod(length)
                    .endTime(candles.time(i).plus(length))
                    .openPrice(candles.open(i))
                    .highPrice(candles.high(i))
                    .lowPrice(candles.low(i))
                    .closePrice(candles.close(i))
                    .volume(candles.volume(i))
                    .add();
        }
        return bars;
    }

    /**
     * {@return the value of an indicator at each candle, as for a chart: NaN where it has none, and at its unstable
     * candles}
     *
     * <p>It is computed over the whole series at once: one that looks ahead shows what nobody could know, which a
     * strategy would be refused.
     *
     * @param candles what it is of
     * @param indicator makes it of the bars
     */
    public static double[] column(CandleSeries candles, Function<BarSeries, Indicator<Num>> indicator) {
        Indicator<Num> made = indicator.apply(toBarSeries(candles));
        int unstable = Screening.unstableCandles(made);
        double[] values = new double[candles.size()];
        for (int i = 0; i < values.length; i++) {
            Num value = i < unstable ? null : made.getValue(i);
            values[i] = value == null ? Double.NaN : value.doubleValue();
        }
        return values;
    }

    private static Timeframe timeframe(Bar first) {
        try {
            return Timeframe.of(first.getTimePeriod());
        } catch (IllegalArgumentException | DateTimeException odd) {
            throw new IllegalArgumentException(
                    "a bar of " + first.getTimePeriod() + " is no candle: " + odd.getMessage(), odd);
        }
    }

    private static @Nullable String fault(Bar bar, Timeframe timeframe, long before) {
        Instant begin = bar.getBeginTime();
        Duration length = timeframe.duration();
        if (!bar.getTimePeriod().equals(length)) {
            return "it is " + bar.getTimePeriod() + " long and the ones before " + length + "; candles of a series have"
                    + " one length, so that months or quarters cannot be candles";
        }
        if (!begin.equals(begin.truncatedTo(ChronoUnit.MILLIS))) {
            return "it does not begin at a whole millisecond";
        }
        long since = beginOf(bar) - before;
        if (since < timeframe.millis()) {
            return "it begins before the one before it has ended";
        }
        if (since % timeframe.millis() != 0) {
            return "it begins " + Duration.ofMillis(since) + " after the one before, which is no whole number of "
                    + length + "; days that follow a local clock have to be moved to UTC first";
        }
        return null;
    }

    private static void add(CandleSeries.Builder candles, Bar bar, int index) {
        double open = number(bar.getOpenPrice(), "open", index);
        double high = number(bar.getHighPrice(), "high", index);
        double low = number(bar.getLowPrice(), "low", index);
        double close = number(bar.getClosePrice(), "close", index);
        double volume = number(bar.getVolume(), "volume", index);
        try {
            candles.add(beginOf(bar), open, high, low, close, volume);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("bar " + index + " makes no " + fault.getMessage(), fault);
        }
    }

    private static double number(@Nullable Num value, String name, int index) {
        if (value == null || Double.isNaN(value.doubleValue())) {
            throw new IllegalArgumentException("bar " + index + " has no " + name);
        }
        return value.doubleValue();
    }

    private static long beginOf(Bar bar) {
        return bar.getBeginTime().toEpochMilli();
    }
}
