package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;

/** Copies prices of a series. */
final class Prices {
    private static final int TO = IndicatorColumns.FIRST;

    private Prices() {}

    /** Copies prices to the positions from FIRST on. One loop for each kind, so that none has a call for each price. */
    static void copy(CandleSeries series, PriceField field, int from, int count, double[] into) {
        switch (field) {
            case OPEN -> {
                for (int i = 0; i < count; i++) {
                    into[TO + i] = series.open(from + i);
                }
            }
            case HIGH -> {
                for (int i = 0; i < count; i++) {
                    into[TO + i] = series.high(from + i);
                }
            }
            case LOW -> {
                for (int i = 0; i < count; i++) {
                    into[TO + i] = series.low(from + i);
                }
            }
            case CLOSE -> {
                for (int i = 0; i < count; i++) {
                    into[TO + i] = series.close(from + i);
                }
            }
            case VOLUME -> {
                for (int i = 0; i < count; i++) {
                    into[TO + i] = series.volume(from + i);
                }
            }
            default -> throw new IllegalArgumentException(field + " is no price of its own");
        }
    }
}
