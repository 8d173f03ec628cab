package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import org.jspecify.annotations.Nullable;

/** All candles of a series at once. */
final class WholeSource extends ColumnSource {
    private final IndicatorColumns columns;
    private boolean given;

    WholeSource(IndicatorColumns columns) {
        super(columns.series());
        this.columns = columns;
    }

    @Override
    double[] prices(PriceField field) {
        return columns.prices(field);
    }

    @Override
    @Nullable
    DecimalColumn decimals(PriceField field) {
        return columns.decimals(field);
    }

    @Override
    int next() {
        int candles = given ? 0 : series.size();
        given = true;
        return IndicatorColumns.FIRST + candles;
    }
}
