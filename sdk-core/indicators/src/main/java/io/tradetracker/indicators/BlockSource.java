package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The candles of a series in blocks that stay in the processor's cache; what came before a block is kept as well. */
final class BlockSource extends ColumnSource {
    /** A multiple of the history, so that rings go on where they were. */
    static final int BLOCK = 2 * IndicatorColumns.FIRST;

    private final Map<PriceField, double[]> prices = new EnumMap<>(PriceField.class);
    private final Map<PriceField, Optional<DecimalColumn>> decimals = new EnumMap<>(PriceField.class);
    private int size;

    BlockSource(CandleSeries series) {
        super(series);
        base = -BLOCK;
    }

    static double[] column() {
        return IndicatorColumns.column(BLOCK);
    }

    @Override
    double[] prices(PriceField field) {
        return prices.computeIfAbsent(field, of -> column());
    }

    @Override
    @Nullable
    DecimalColumn decimals(PriceField field) {
        return decimals.computeIfAbsent(field, of -> Optional.ofNullable(scan(of)))
                .orElse(null);
    }

    /** Looks at all prices before the first of them is used: what is computed from decimals stays so to the end. */
    private @Nullable DecimalColumn scan(PriceField field) {
        double[] some = prices(field);
        DecimalScan scan = new DecimalScan();
        for (int from = 0; from < series.size() && scan.isDecimal(); from += BLOCK) {
            int count = Math.min(BLOCK, series.size() - from);
            Prices.copy(series, field, from, count, some);
            scan.see(some, count);
        }
        return scan.isDecimal() ? new DecimalColumn(new double[some.length], scan) : null;
    }

    @Override
    int next() {
        base += BLOCK;
        size = Math.max(0, Math.min(BLOCK, series.size() - base));
        prices.forEach(this::load);
        decimals.forEach((field, found) -> found.ifPresent(column -> load(field, column)));
        return IndicatorColumns.FIRST + size;
    }

    private void load(PriceField field, double[] into) {
        if (base > 0) {
            keepHistory(into);
        }
        Prices.copy(series, field, base, size, into);
    }

    private void load(PriceField field, DecimalColumn into) {
        if (base > 0) {
            keepHistory(into.units());
        }
        into.load(prices(field), IndicatorColumns.FIRST, IndicatorColumns.FIRST + size);
    }

    /** Moves the last values of a block in front of the next. */
    static void keepHistory(double[] column) {
        System.arraycopy(column, BLOCK, column, 0, IndicatorColumns.FIRST);
    }
}
