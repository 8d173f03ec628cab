package io.tradetracker.core.simulation;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * An instrument and what is known of its prices besides the candles of the run. Immutable.
 *
 * @param instrument what is traded
 * @param ask the same candles at the ask, when those of the run are at the bid; null when they are at the middle
 * @param finer shorter candles that show in which order the prices inside a candle came; null for none
 */
public record SimulatedMarket(
        Instrument instrument,
        @Nullable CandleSeries ask,
        @Nullable CandleSeries finer) {
    /** {@return an instrument of which nothing more is known} */
    public static SimulatedMarket of(Instrument instrument) {
        return new SimulatedMarket(instrument, null, null);
    }
}
