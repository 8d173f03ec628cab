package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;

/** A price of the last candle. */
final class PriceCell extends Cell {
    final PriceField field;

    PriceCell(PriceField field) {
        this.field = field;
    }
}
