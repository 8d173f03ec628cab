package io.tradetracker.indicators;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The simple moving average. */
final class SmaStep extends Step {
    private final Cell input;
    private final WindowMean window;
    private final Handle out;
    private final int period;
    private @Nullable DecimalColumn column;

    SmaStep(String key, Cell input, int period) {
        super(new Handle(key));
        this.input = input;
        this.period = period;
        window = new WindowMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(window.next(input.current));
    }

    @Override
    boolean fillsAtOnce(ColumnSource from) {
        DecimalColumn decimals = input instanceof PriceCell price && period <= IndicatorColumns.FIRST
                ? from.decimals(price.field)
                : null;
        column = decimals;
        return decimals != null && decimals.sumsExactly(period);
    }

    @Override
    Cell input() {
        return input;
    }

    @Override
    void fill(ColumnSource from, int start, int end) {
        Objects.requireNonNull(column).means(period, from.firstCandle(), start, end, out.column());
    }
}
