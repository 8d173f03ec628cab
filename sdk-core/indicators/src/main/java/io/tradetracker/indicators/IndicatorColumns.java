package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of one series, computed once and shared by many runs over it. They are equal to the last bit to those
 * that are computed candle by candle. Safe to share between threads.
 */
public final class IndicatorColumns {
    /** Where the first candle is in a column; before it there is no value. */
    static final int FIRST = Candles.HISTORY;

    private final CandleSeries series;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Map<String, double[]> columns = new ConcurrentHashMap<>();
    private final Map<PriceField, Optional<DecimalColumn>> decimals = new ConcurrentHashMap<>();

    /**
     * Makes an empty set of columns.
     *
     * @param series what the runs are over
     * @param mostBytes memory for shared columns; what comes after that is computed by each run for itself
     */
    public IndicatorColumns(CandleSeries series, long mostBytes) {
        this.series = series;
        this.mostBytes = mostBytes;
    }

    /** {@return what the runs are over} */
    public CandleSeries series() {
        return series;
    }

    /** {@return the values of a price of the series} */
    double[] prices(PriceField field) {
        String key = field.name();
        double[] known = columns.get(key);
        if (known != null) {
            return known;
        }
        double[] column = create();
        Prices.copy(series, field, 0, series.size(), column);
        share(key, column);
        return column;
    }

    /** {@return a price of the series in units; null when it is no decimal} */
    @Nullable
    DecimalColumn decimals(PriceField field) {
        Optional<DecimalColumn> known = decimals.get(field);
        if (known != null) {
            return known.orElse(null);
        }
        DecimalColumn made = toDecimals(prices(field));
        long size = made == null ? 0 : 8L * (FIRST + series.size());
        if (bytes.addAndGet(size) > mostBytes || decimals.putIfAbsent(field, Optional.ofNullable(made)) != null) {
            bytes.addAndGet(-size);
        }
        return made;
    }

    private @Nullable DecimalColumn toDecimals(double[] values) {
        DecimalScan scan = new DecimalScan();
        scan.see(values, series.size());
        if (!scan.isDecimal()) {
            return null;
        }
        DecimalColumn made = new DecimalColumn(new double[values.length], scan);
        made.load(values, FIRST, values.length);
        return made;
    }

    double @Nullable [] find(String key) {
        return columns.get(key);
    }

    double[] create() {
        return column(series.size());
    }

    /** {@return a column for so many candles, without a value before the first} */
    static double[] column(int candles) {
        double[] column = new double[FIRST + candles];
        Arrays.fill(column, 0, FIRST, Double.NaN);
        return column;
    }

    void share(String key, double[] column) {
        long size = 8L * column.length;
        if (bytes.addAndGet(size) > mostBytes || columns.putIfAbsent(key, column) != null) {
            bytes.addAndGet(-size);
        }
    }

    /** {@return how many columns are shared} */
    public int size() {
        return columns.size();
    }
}
