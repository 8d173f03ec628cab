package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import org.jspecify.annotations.Nullable;

/**
 * What steps read that compute many candles at once. Value {@code i} of a column is that of the candle at position
 * {@code i} of the cursor; position {@link IndicatorColumns#FIRST} is where computing begins. Used by one thread.
 */
abstract class ColumnSource {
    final CandleSeries series;
    /** The candle at position FIRST. */
    int base;

    ColumnSource(CandleSeries series) {
        this.series = series;
    }

    /** {@return the prices of one kind; only open, high, low, close and volume} */
    abstract double[] prices(PriceField field);

    /** {@return the same in units of their last decimal place; null when one of the series is no decimal} */
    abstract @Nullable DecimalColumn decimals(PriceField field);

    /** Goes on to the next candles. {@return where they end; FIRST when there are none} */
    abstract int next();

    /** {@return the values of a price or of an indicator} */
    final double[] values(Cell cell) {
        return cell instanceof PriceCell price ? prices(price.field) : ((Handle) cell).column();
    }

    /** {@return the position of the first candle of the series; it may be far below zero} */
    final int firstCandle() {
        return IndicatorColumns.FIRST - base;
    }

    /** {@return which candle of the series is at a position} */
    final int candleAt(int position) {
        return position - IndicatorColumns.FIRST + base;
    }
}
