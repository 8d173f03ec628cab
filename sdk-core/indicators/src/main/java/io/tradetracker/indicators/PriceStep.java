package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;

/** A price of the candle. */
final class PriceStep extends Step {
    private final CandleWindow candles;
    private final PriceField field;
    private final Handle out;

    PriceStep(String key, CandleWindow candles, PriceField field) {
        super(new Handle(key));
        this.candles = candles;
        this.field = field;
        out = handle(0);
    }

    @Override
    void update() {
        double high = candles.highCell.current;
        double low = candles.lowCell.current;
        double close = candles.closeCell.current;
        double open = candles.openCell.current;
        out.publish(
                switch (field) {
                    case OPEN -> open;
                    case HIGH -> high;
                    case LOW -> low;
                    case CLOSE -> close;
                    case HL2 -> (high + low) / 2;
                    case HLC3 -> (high + low + close) / 3;
                    case OHLC4 -> (open + high + low + close) / 4;
                    case VOLUME -> candles.volumeCell.current;
                });
    }
}
